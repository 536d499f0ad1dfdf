// How all plots look. The background is white so that they can be read on a dark page too.
const ink = '#1f2328';
const grey = '#59636e';

export const theme = {
  background: 'white',
  padding: 12,
  font: 'Helvetica, Arial, sans-serif',
  title: { anchor: 'start', color: ink, fontSize: 15, fontWeight: 'bold', offset: 14 },
  axis: {
    domainColor: grey,
    gridColor: '#d1d9e0',
    labelColor: ink,
    labelFontSize: 12,
    labelLimit: 0,
    tickColor: grey,
    titleColor: grey,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    titlePadding: 8,
  },
  axisY: { grid: false },
  header: { labelColor: ink, labelFontSize: 13, titleColor: ink },
  legend: {
    labelLimit: 0,
    labelColor: ink,
    labelFontSize: 12,
    titleColor: grey,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  view: { stroke: null },
  bar: { height: { band: 0.7 }, color: '#0969da' },
  point: { filled: true, opacity: 1, size: 70 },
  tick: { color: ink },
  text: { color: ink, fontSize: 12 },
  // Okabe and Ito's colours, told apart by those who see fewer.
  range: { category: ['#0072b2', '#e69f00', '#009e73', '#d55e00', '#cc79a7', '#56b4e9', '#999999', '#f0e442'] },
};
