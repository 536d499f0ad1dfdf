// What is tried: each family in each size, called each way, in each container.

export const ways = ['async', 'sync', 'many'];

/** The limit of a process outside of any container. */
export const unlimited = 'none';

/** @returns {{ family, size, way, limit }[]} without a limit only single calls, for what they take */
export function cases({ families, sizes, ways, limits }) {
  const all = limits.flatMap((limit) =>
    families.flatMap((family) => sizes.flatMap((size) => ways.map((way) => ({ family, size, way, limit })))),
  );
  return all.filter(({ limit, way }) => limit !== unlimited || way === 'async');
}

export const caseName = ({ family, size, way, limit }) =>
  `${family}, ${size} MB, ${way}, ${limit === unlimited ? 'no limit' : `in ${limit} MiB`}`;
