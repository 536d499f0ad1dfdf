import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { run, withFolder } from '../support.mjs';

const letter = `From: =?iso-8859-1?Q?Zo=E9?= <zoe@pier.test>
To: harbour@pier.test, Ann <ann@pier.test>
Date: Mon, 30 Nov 2026 08:15:00 +0100
Subject: High water: 7/12
MIME-Version: 1.0
Content-Type: multipart/related; boundary=b

--b
Content-Type: text/html; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

<p>At the <b>caf=E9</b>, noon.</p><img src=3D"cid:plot@pier"><img src=3D"https://track.test/p.gif" width=3D1 height=3D1>
<blockquote type=3Dcite><p>When?</p></blockquote>
--b
Content-Type: image/png
Content-ID: <plot@pier>
Content-Disposition: inline; filename="../../tide plot.png"
Content-Transfer-Encoding: base64

iVBORw0KGgo=
--b--
`;
const plain = 'From: a@pier.test\nSubject: Plain\nDate: Tue, 1 Dec 2026 00:00:00 +0000\n\n# not a heading\n';

test('writes messages with their attachments, none outside of the archive', () =>
  withFolder(
    { 'mail/1.eml': letter.replaceAll('\n', '\r\n'), 'mail/2.eml': plain, 'mail/notes.txt': '' },
    async (folder) => {
      const out = join(folder, 'archive');
      const outcome = await run(new URL('archive.mjs', import.meta.url), join(folder, 'mail'), out);
      assert.deepEqual(outcome, { status: 0, stdout: `2 of 2 messages in ${out}\n`, stderr: '' });
      assert.deepEqual(readdirSync(folder).sort(), ['archive', 'mail']);
      assert.deepEqual(readdirSync(out).sort(), ['2026-11-30 High water_ 7_12', '2026-12-01 Plain']);
      const place = join(out, '2026-11-30 High water_ 7_12');
      const [attachment] = readdirSync(place).filter((name) => name.endsWith('.png'));
      const message = readFileSync(join(place, 'message.md'), 'utf8');
      assert.equal(
        message,
        `---
from: "Zoé <zoe@pier.test>"
to: ["harbour@pier.test","Ann <ann@pier.test>"]
date: "2026-11-30T07:15:00.000Z"
subject: "High water: 7/12"
attachments: ["${attachment}"]
---

At the **café**, noon.

![](${encodeURIComponent(attachment)})

> When?
`,
      );
      assert.equal(readFileSync(join(place, attachment)).length, 8);
    },
  ));
