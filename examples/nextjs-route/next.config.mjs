export default { serverExternalPackages: ['tidemark'] };
