// The child's side of a contender: opens the driver, makes the program, then answers questions until the parent hangs up.
import { load } from './paths.mjs';

const [driver, program] = process.argv.slice(2);

async function open({ root, setup }) {
  const [{ open: openDriver }, { default: makeProgram }] = await Promise.all([
    load('drivers', driver),
    load('programs', program),
  ]);
  const converter = await openDriver({ root, options: setup.options });
  process.once('disconnect', () => converter.close?.());
  return makeProgram(converter, setup);
}

let answer;
process.on('message', async (params) => {
  try {
    if (answer === undefined) {
      answer = await open(params);
      process.send({ result: null });
    } else {
      process.send({ result: (await answer(params)) ?? null });
    }
  } catch (error) {
    process.send({ error: String(error?.message ?? error).split('\n')[0] });
  }
});
