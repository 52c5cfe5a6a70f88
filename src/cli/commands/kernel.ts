import { type Command, Option } from "commander";
import { installSpec } from "../../kernel/index.js";

interface PlaceFlags {
  user?: boolean;
  sysPrefix?: boolean;
  prefix?: string;
}

/** `rederive kernel install`: makes the kernel known to Jupyter. */
export function addKernel(program: Command): void {
  const kernel = program.command("kernel").description("the Jupyter kernel").exitOverride();
  kernel
    .command("install")
    .description("make the kernel known to Jupyter; for this user by default")
    .addOption(new Option("--user", "for this user").conflicts(["sysPrefix", "prefix"]))
    .addOption(new Option("--sys-prefix", "for the active Python environment").conflicts("prefix"))
    .option("--prefix <folder>", "for the Python environment in this folder")
    .exitOverride()
    .action(({ prefix, sysPrefix }: PlaceFlags) => {
      const place = prefix ? { prefix } : sysPrefix ? "sys-prefix" : "user";
      const { kernels, labExtension, translator, refused } = installSpec(place);
      for (const folder of kernels) console.log(`installed ${folder}`);
      console.log(`installed the extension of JupyterLab in ${labExtension}`);
      if (translator) console.log(`installed the parameters of papermill in ${translator}`);
      if (refused) console.log(`not installed: the parameters of papermill, ${refused}`);
    });
}
