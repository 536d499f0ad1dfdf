// The few statistics that the measures need. Each takes a list of numbers and leaves it as it is.

export function median(values) {
  return quantile(values, 0.5);
}

/** The value below which the share `q` (0 to 1) of the values lies, interpolated between its neighbours. */
export function quantile(values, q) {
  const sorted = [...values].sort((a, b) => a - b);
  const place = (sorted.length - 1) * q;
  const below = Math.floor(place);
  const above = Math.ceil(place);
  return sorted[below] + (sorted[above] - sorted[below]) * (place - below);
}

export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** The median, with what shows how far the values lie apart. */
export function summary(values) {
  return { median: median(values), min: Math.min(...values), max: Math.max(...values) };
}
