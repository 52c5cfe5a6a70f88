export { installSpec, type SpecPlace } from "./installSpec.js";
