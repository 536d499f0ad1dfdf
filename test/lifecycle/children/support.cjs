'use strict';
// What the children share. A child is a program of its own, so that its exit code, its signals and its end can be judged; it
// uses no test runner, so that other runtimes than Node.js can run it too.
const assert = require('node:assert/strict');
const path = require('node:path');

const root = path.resolve(__dirname, '../../..');
const load = () => require(root);

/** An article of about `kilobytes` KB with some of everything. */
function article(kilobytes) {
  const part =
    '<h2>Tides &amp; currents</h2><p>The <b>spring</b> tide is <a href="/a?b=1">higher</a> than the <i>neap</i> tide.</p>' +
    '<ul><li>ebb<li>flow</ul><table><tr><th>port<th>height<tr><td>Łeba<td>0.1</table><pre><code>a &lt; b</code></pre>';
  return part.repeat(Math.max(1, Math.ceil((kilobytes * 1024) / part.length)));
}

// Only what is broken takes so long.
const patience = 300_000; // ms

/** Waits until `check` does not throw; in the end its last error is thrown. */
async function eventually(check) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return check();
    } catch (error) {
      if (Date.now() > end) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** Nothing is left of any call: no job, no memory of one, no environment but those given. */
function settled({ stats }, environments = 1) {
  return eventually(() => {
    const { queued, running, nativeBytes, environments: open } = stats();
    assert.deepEqual(
      { queued, running, nativeBytes, open },
      { queued: 0, running: 0, nativeBytes: 0, open: environments },
    );
  });
}

/** Runs `main`; the parent looks for the word `ok`. */
function child(main) {
  main().then(
    () => console.log('ok'),
    (error) => {
      console.error(error);
      process.exitCode = 1;
    },
  );
}

module.exports = { root, load, article, eventually, settled, child };
