export { installSpec, type SpecPlace } from "./install/installSpec.js";
