/** The encoding of a field on a logarithmic axis, with lines at the powers of ten only. */
export function logarithmic(field, title) {
  const power = 'abs(log(datum.value) / LN10 - round(log(datum.value) / LN10)) < 1e-9';
  return {
    field,
    type: 'quantitative',
    scale: { type: 'log' },
    title: `${title} (log scale)`,
    axis: { gridOpacity: { condition: { test: power, value: 1 }, value: 0 } },
  };
}
