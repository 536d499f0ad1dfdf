// The module for browsers. Bundlers find the file by its address here.
const address = new URL('./tidemark.wasm', import.meta.url);

export const module = await compile();

async function compile() {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`tidemark could not load ${address}: ${response.status} ${response.statusText}`);
  // Which asks for a type that not every server sends.
  if (response.headers.get('content-type')?.startsWith('application/wasm'))
    return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
