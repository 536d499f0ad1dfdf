package markdown_test

import (
	"testing"

	"tidemark/core/internal/markdown"
	"tidemark/core/internal/page"
)

func TestShadowRoot(t *testing.T) {
	const unassigned = `<x-a><template shadowrootmode="open"><p>a</p></template><p>b</p></x-a>c`
	check(t, []conversion{
		{`<x-a><template shadowrootmode="open"><style>p{}</style><h2>a</h2><slot></slot><p>z</p></template><p>b</p> c</x-a>`, "## a\n\nb\n\nc\n\nz"},
		{`<x-a><template shadowrootmode=closed><slot name=n>x</slot>, <slot>y</slot></template><b slot=n>a</b> b</x-a>`, "**a**, b"},
		{`<x-a><template shadowrootmode="open"><slot>a</slot><slot>b</slot></template> </x-a>`, "ab"},
		{`<x-a><template shadowrootmode="open"><x-b><template shadowrootmode="open">[<slot></slot>]</template><slot></slot></x-b></template>a</x-a>`, `[a]`},
		{`<div><template shadowrootmode="open"><p>a</p></template></div>`, "a"},
		{`<ul><li><x-a><template shadowrootmode="open"><slot></slot></template>a</x-a></ul>`, "- a"},
		{`<p>a<template shadowrootmode="open">b</template><template>c</template></p><ul><template shadowrootmode="open">d</template></ul>`, "a"},
		{`<x-a><template shadowrootmode="other">b</template>a</x-a>`, "a"},
		{`<x-a><template shadowrootmode="open"><a href="javascript:x()"><slot></slot></a></template>a</x-a>`, "a"},
		{unassigned, "a\n\nc"},
	})
	s := defaults()
	s.Page.Hidden = page.HiddenKeep
	checkWith(t, s, []conversion{{unassigned, "a\n\nb\n\nc"}})
	s = defaults()
	s.TableMode = markdown.HTML
	checkWith(t, s, []conversion{
		{`<table><tr><td><x-a><template shadowrootmode="open"><b><slot></slot></b></template>a</x-a></table>`, "<table><tbody><tr><td><b>a</b></td></tr></tbody></table>"},
	})
}
