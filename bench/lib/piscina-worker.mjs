import { workerData } from 'piscina';
import { load } from './paths.mjs';

const { open } = await load('drivers', workerData.driver);
const { convertSync } = await open({});

export default convertSync;
