import { move, workerData } from 'piscina';
import { load } from './paths.mjs';

const { open } = await load('drivers', workerData.driver);
const { convertSync } = await open({});

// Bytes need not be copied once more on their way back.
export default (html) => {
  const markdown = convertSync(html);
  return typeof markdown === 'string' ? markdown : move(markdown);
};
