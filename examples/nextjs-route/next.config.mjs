export default {
  serverExternalPackages: ['tidemark'],
  turbopack: { root: import.meta.dirname }, // whatever lies in the folders above
};
