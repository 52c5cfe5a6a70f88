/**
 * What JupyterLab loads beside the kernel. The renderers of Plotly and Vega draw a chart and write a picture of it into the
 * notebook, which is then marked as changed though nobody has touched it, and is no longer what `rederive run` stored.
 *
 * This file is a container of a federated module as JupyterLab loads it, written by hand: it needs nothing but the token of
 * the notebooks, and so no bundler.
 */
(() => {
  let shared;

  /** The module that JupyterLab itself has loaded under a name. */
  async function ofJupyterLab(name) {
    const [version] = Object.values(shared[name]);
    return (await version.get())();
  }

  /** The names of the kernels that this extension comes with; it leaves the notebooks of others alone. */
  const ours = /^rederive/;

  /** A picture that a renderer has drawn is kept only where the notebook is being changed anyway and has no static picture. */
  const keeps = (notebook, data) => notebook.dirty && !("image/svg+xml" in data);

  /** An output as a renderer may see it: what it changes stays between the two, unless it is to be kept. */
  function lent(output, notebook) {
    let data = structuredClone(output.data); // the renderer of Plotly writes into the figure itself, too
    return {
      trusted: output.trusted,
      metadata: output.metadata,
      get data() {
        return data;
      },
      setData(change) {
        if (keeps(notebook, output.data)) output.setData(change);
        else data = change.data ?? data;
      },
    };
  }

  /** The factory of a renderer, for the outputs of one notebook. */
  function lending(factory, notebook) {
    return {
      ...factory,
      createRenderer(options) {
        const renderer = factory.createRenderer(options);
        const render = renderer.renderModel.bind(renderer);
        renderer.renderModel = (output) => {
          const { name } = notebook.getMetadata("kernelspec") ?? {};
          return render(ours.test(name) ? lent(output, notebook) : output);
        };
        return renderer;
      },
    };
  }

  const draws = /^application\/vnd\.(?:plotly|vega|vegalite)\b/;

  function watch({ context, content: { rendermime } }) {
    for (const type of rendermime.mimeTypes.filter((one) => draws.test(one))) {
      const factory = { ...rendermime.getFactory(type), mimeTypes: [type] };
      rendermime.addFactory(lending(factory, context.model), rendermime.getRank(type));
    }
  }

  async function plugin() {
    const { INotebookTracker } = await ofJupyterLab("@jupyterlab/notebook");
    return {
      id: "jupyterlab-rederive:pictures",
      description: "Keeps pictures that renderers draw out of notebooks that nobody has touched",
      autoStart: true,
      requires: [INotebookTracker],
      activate: (_, notebooks) => notebooks.widgetAdded.connect((_, panel) => watch(panel)),
    };
  }

  (window._JUPYTERLAB ??= {})["jupyterlab-rederive"] = {
    init: (scope) => (shared = scope),
    async get() {
      const made = await plugin();
      return () => ({ __esModule: true, default: made });
    },
  };
})();
