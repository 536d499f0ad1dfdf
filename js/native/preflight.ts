import { type ProcessLimits, processLimits, type Shortage, tasksLeftInGroups, tasksOfSystem } from './system.js';

// What keeps the process from memory and threads. The Go runtime ends the process where it gets none, so that is looked for before
// it starts. Whether a limit is near enough to matter is asked at each start and must cost nothing; what the addon needs exactly
// is in go-needs.ts, which is loaded only then.

// The threads for 400 processors.
const manyTasks = 1024;

/** Returns what a limit of the process keeps from the addon, if anything. Only Linux says what there is. */
export function shortage(addon: () => string | undefined): Shortage | undefined {
  const limits = processLimits();
  if (limits === undefined || !isNear(limits)) return undefined;
  return goNeeds().shortage(addon, limits);
}

/**
 * Returns the bytes that native code may take beside what is in use now, by the limits on address space and data, or undefined if
 * there are none. To be asked when the addon is loaded.
 */
export function addressRoom(): number | undefined {
  const limits = processLimits();
  if (limits === undefined || !limitsMemory(limits)) return undefined;
  return goNeeds().addressRoom(limits);
}

const goNeeds = () => require('./go-needs.js') as typeof import('./go-needs.js');

const limitsMemory = ({ addressSpace, data }: ProcessLimits) => Math.min(addressSpace, data) < Infinity;

function isNear(limits: ProcessLimits): boolean {
  if (limitsMemory(limits) || tasksLeftInGroups() < manyTasks) return true;
  return limits.tasks < Infinity && limits.tasks < tasksOfSystem() + manyTasks;
}
