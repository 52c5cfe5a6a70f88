import { suite } from "uvu";
import { openSession, type TestSession } from "./openSession.js";
import { sampleProject } from "./twoKernels.js";

/** A suite over one session in a project of its own, in which a first cell has run. */
export function sessionSuite(name: string, firstCell?: string) {
  const test = suite<{ session: TestSession; remove(): void }>(name);
  test.before(async (context) => {
    const { folder, remove } = sampleProject();
    const session = await openSession({ cwd: folder });
    if (firstCell !== undefined) await session.run(firstCell);
    Object.assign(context, { session, remove });
  });
  test.after(({ session, remove }) => {
    session.close();
    remove();
  });
  return test;
}
