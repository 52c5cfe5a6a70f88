import { suite } from "uvu";
import { openSession, type TestSession } from "./openSession.js";
import { type Project, project } from "./project.js";

/** A suite over one session in a project of given files, which a test may edit. */
export function projectSuite(name: string, files: Record<string, string>) {
  const test = suite<{ own: Project; session: TestSession }>(name);
  test.before(async (context) => {
    const own = project(files);
    const session = await openSession({ cwd: own.folder, root: own.folder });
    Object.assign(context, { own, session });
  });
  test.after(({ own, session }) => {
    session.close();
    own.remove();
  });
  return test;
}
