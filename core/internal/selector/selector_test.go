package selector

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/dom"
)

// idsOf returns the ids of what is matched in a document.
func idsOf(t *testing.T, source, selector string) string {
	t.Helper()
	set, err := Compile([]string{selector})
	require.NoError(t, err, selector)
	doc := parsed(t, source)
	var ids []string
	for _, el := range matched(new(Matcher), doc, set) {
		for a := range doc.Attrs(el) {
			if a.Name == "id" {
				ids = append(ids, a.Value)
			}
		}
	}
	return strings.Join(ids, " ")
}

func TestSelectors(t *testing.T) {
	for _, test := range []struct {
		source string
		cases  [][2]string
	}{
		{"<!doctype html><div id=a class='x Y'><p id=b>1<span id=c class=x>2</span><p id=d lang=en>3</div><p id=e>4", [][2]string{
			{"p", "b d e"}, {"P", "b d e"}, {"*|p", "b d e"}, {"|p", ""}, {"*|*[id]", "a b c d e"}, {"#a", "a"}, {"#A", ""}, {".x", "a c"},
			{".y", ""}, {".Y.x", "a"}, {"div p", "b d"}, {"div>p", "b d"}, {"body>p", "e"}, {"p+p", "d"}, {"div~p", "e"}, {"div + p", "e"},
			{"p span, #e", "c e"}, {"p:not(div p)", "e"}, {":is(div, section) :is(span, b)", "c"}, {":where(#a,#b)", "a b"},
			{"p:has(span)", "b"}, {"p:has(+ p)", "b"}, {"div:has(~ p)", "a"}, {"body:has(> div > p > span.x) > p", "e"}, {":has(> span)", "b"},
			{"div:has(p + p[lang])", "a"}, {"p:lang(en)", "d"}, {"p:lang('*-US')", ""}, {".\\78", "a c"}, {"#\\000062", "b"}, {"#\\62 ", "b"},
			{"d\\69v", "a"}, {"div /**/p", "b d"},
		}},
		{"<div id=a class='x Y'>", [][2]string{{"#A", "a"}, {".y.X", "a"}, {"[class~=X]", ""}}}, // quirks mode
		{"<!doctype html><ul id=l><!-- --><li id=a>1<li id=b>2<b id=h></b><li id=c>3<li id=d>4<li id=e>5</ul>", [][2]string{
			{"li:first-child", "a"}, {"li:last-child", "e"}, {"li:nth-child(2n+1)", "a c e"}, {"li:nth-child(odd)", "a c e"}, {"li:nth-child(even)", "b d"},
			{"li:nth-child(-n+2)", "a b"}, {"li:nth-child( n + 4 )", "d e"}, {"li:nth-child(n-1)", "a b c d e"}, {"li:nth-child(3)", "c"},
			{"li:nth-child(-2n+5)", "a c e"}, {"li:nth-last-child(2)", "d"}, {"li:nth-last-child(-n+2)", "d e"}, {"li:nth-child(2 of :not(#a))", "c"},
			{"li:nth-last-child(1 of #a, #b)", "b"}, {"li:nth-child(0)", ""}, {"li:nth-child(99999999999999999999)", ""}, {"b:only-child", "h"},
			{"li:only-child", ""}, {"b:only-of-type", "h"}, {":empty[id]", "h"}, {"li:nth-child(2) ~ li:not(:last-child)", "c d"},
		}},
		{"<!doctype html><div id=o><p id=a></p><h2 id=b></h2><p id=c></p><h2 id=d></h2><x-y id=e></x-y><p id=f></p></div>", [][2]string{
			{"div > :first-of-type", "a b e"}, {"div > :last-of-type", "d e f"}, {"p:nth-of-type(2n+1)", "a f"}, {"p:nth-last-of-type(2)", "c"},
			{":only-of-type[id]", "o e"}, {"X-Y", "e"}, {"p ~ h2 ~ p", "c f"}, {"h2 + p", "c"}, {"p:has(~ x-y)", "a c"},
		}},
		{`<!doctype html><a id=a href=" #x " title="One two" hreflang=EN data-Odd=1><a id=b href="" title=""><i id=c title="x-y" LANG=en-us>`, [][2]string{
			{"[href]", "a b"}, {"[HREF]", "a b"}, {"[title=one]", ""}, {"[title^=One]", "a"}, {"[title^=one i]", "a"}, {"[title$=TWO i]", "a"},
			{"[title*='e t']", "a"}, {"[title~=two]", "a"}, {"[title~='One two']", ""}, {"[title~='']", ""}, {"[title='']", "b"}, {"[title^='']", ""},
			{"[title|=x]", "c"}, {"[title|=x-y]", "c"}, {"[hreflang=en]", "a"}, {"[hreflang=en s]", ""}, {"[hreflang=EN s]", "a"}, {"[data-odd='1']", "a"},
			{"[DATA-ODD]", "a"}, {"[*|title]", "a b c"}, {"[|title]", "a b c"}, {":any-link", "a b"}, {":link[title='']", "b"}, {":lang(en)", "c"},
			{":lang('en-US')", "c"}, {":lang(de, en)", "c"}, {":visited", ""},
		}},
		{"<!doctype html><svg id=s><linearGradient id=g viewBox=1 xlink:href=#a></linearGradient><a id=a></a></svg><a id=b>", [][2]string{
			{"linearGradient", "g"}, {"lineargradient", ""}, {"a", "a b"}, {"A", "b"}, {"[viewBox]", "g"}, {"[viewbox]", ""}, {"[href]", ""}, {"[*|href]", "g"},
		}},
		{`<!doctype html><form id=f><input id=a checked type=checkbox><input id=b checked><input id=c type=RADIO checked disabled>
			<select id=s><option id=d><option id=e disabled></select><select id=m multiple><option id=g><option id=h selected></select>
			<select id=t><option id=i selected><option id=j selected></select>
			<fieldset id=q disabled><legend id=l><input id=n></legend><legend><input id=o></legend><p><button id=p></button></p></fieldset>
			<textarea id=r required></textarea><p id=u contenteditable><b id=v>x</b></p>`, [][2]string{
			{":checked", "a c d h j"}, {":disabled", "c e q o p"}, {":enabled", "a b s d m g h t i j n r"}, {":required", "r"},
			{":optional", "a b c s m t n o"}, {":read-write", "b n r u v"}, {"input:read-only", "a c o"}, {"option:checked:not([selected])", "d"},
		}},
		{"<!doctype html><html id=r><body id=b dir=rtl><p id=a dir=auto>abc<p id=c dir=auto> \u05d0<bdi id=d>x</bdi><p id=e><i id=f dir=ltr>", [][2]string{
			{":dir(rtl)", "b c e"}, {":dir(ltr)[id]", "r a d f"}, {":root", "r"}, {":scope > body", "b"}, {"html:root:not(body)", "r"},
		}},
	} {
		for _, c := range test.cases {
			assert.Equal(t, c[1], idsOf(t, test.source, c[0]), "%s in %s", c[0], test.source)
		}
	}
}

func TestLists(t *testing.T) {
	set, err := Compile([]string{"p", "i, b"}, []string{".x"}, nil, []string{"p.x"})
	require.NoError(t, err)
	doc := parsed(t, "<p class=x><b></b><u></u>")
	m := new(Matcher)
	m.Begin(nil, doc, set)
	var lists []uint64
	for el := range doc.Nodes() {
		if el > 4 {
			lists = append(lists, m.Match(dom.ID(el)))
		}
	}
	assert.Equal(t, []uint64{0b1011, 1, 0}, lists)
}

func TestWhatIsLookedAt(t *testing.T) {
	for text, want := range map[string][2]bool{
		"a b > c[d]": {}, ":not(.a, :is(b))": {}, ":root": {}, ":lang(en)": {}, ":link": {}, "a ~ b": {false, true}, "a + b": {false, true},
		":first-child": {false, true}, ":nth-child(2)": {false, true}, ":first-of-type": {false, true}, ":last-child": {true, false},
		":nth-last-child(2)": {true, true}, ":only-child": {true, true}, ":only-of-type": {true, true}, ":has(a)": {true, false}, ":empty": {true, false},
		":dir(ltr)": {true, false}, ":checked": {true, false}, "a:not(:is(b:last-child))": {true, false}, ":nth-child(1 of :empty)": {true, true},
	} {
		set, err := Compile([]string{text})
		require.NoError(t, err)
		assert.Equal(t, want, [2]bool{set.LooksAhead(), set.LooksBeside()}, text)
	}
}

func TestErrors(t *testing.T) {
	for text, want := range map[string]string{
		"":                    "expected a selector at offset 0, where it ends",
		"p >":                 "expected a selector after the combinator at offset 3, where it ends",
		"p, ":                 "expected a selector after the comma at offset 3, where it ends",
		"ä > !p":              "expected a selector after the combinator at offset 4, before '!p'",
		"[a=b z]":             "expected i, s or ] at offset 5, before 'z]'",
		"[a!=b]":              "expected an operator or ] at offset 2, before '!=b]'",
		"[a":                  "expected an operator or ] at offset 2, where it ends",
		"[a='b":               "expected a string that ends at offset 3, before ''b'",
		"[a=]":                "expected an identifier or a string at offset 3, before ']'",
		"p::before":           "expected a pseudo-class, as there are no pseudo-elements in a document, at offset 1, before '::before'",
		":unknown":            "expected a pseudo-class that is known at offset 0, before ':unknown'",
		":unknown(a)":         "expected a pseudo-class that is known at offset 0, before ':unknown(a)'",
		":not(":               "expected a selector at offset 5, where it ends",
		":is(a":               "expected ) at offset 5, where it ends",
		":nth-child(2n+)":     "expected a number at offset 14, before ')'",
		":nth-child(+ n)":     "expected a number, odd, even or a form such as 2n+1 at offset 12, before ' n)'",
		":nth-of-type(1of p)": "expected a number, odd, even or a form such as 2n+1 at offset 14, before 'of p)'",
		":nth-child(1 of)":    "expected a selector at offset 15, before ')'",
		":dir(up)":            "expected ltr or rtl at offset 5, before 'up)'",
		":lang()":             "expected a language at offset 6, before ')'",
		"ns|p":                "expected *| before a type, since no prefixes of namespaces are declared, at offset 0, before 'ns|p'",
		"[ns|a]":              "expected *| before the name of an attribute, since no prefixes of namespaces are declared, at offset 1, before 'ns|a]'",
		".1":                  "expected a class at offset 1, before '1'",
		"#1a":                 "expected an id at offset 1, before '1a'",
		".a*":                 "expected a combinator before the type at offset 2, before '*'",
		"a/**/b":              "expected a combinator before the type at offset 5, before 'b'",
		"a /* b":              "expected the end of a comment at offset 6, where it ends",
		"p ++ a":              "expected a selector after the combinator at offset 3, before '+ a'",
		"p)":                  "expected a combinator, a comma or the end of the selector at offset 1, before ')'",
		"a " + strings.Repeat("\u00e9\U0001F600", 3) + " > @aaaaaaaaaaaaaaaaaaaaaaaa": "expected a selector after the combinator at offset 14, before '@aaaaaaaaaaaaaaaaaaa…'",
	} {
		_, err := Compile([]string{"a", text})
		assert.EqualError(t, err, want, "%q", text)
	}
}

func TestLimits(t *testing.T) {
	nested := strings.Repeat(":is(", maxDepth) + "a" + strings.Repeat(")", maxDepth)
	_, err := Compile([]string{nested})
	assert.ErrorContains(t, err, "expected selectors that are nested less deep")
	_, err = Compile([]string{strings.Repeat("a,", maxParts)})
	assert.ErrorContains(t, err, "expected a shorter list of selectors")
	_, err = Compile([]string{strings.Repeat("a,", maxParts/2) + "a"}, []string{strings.Repeat("a,", maxParts/2) + "a"})
	assert.NoError(t, err, "each list by itself")
	_, err = Compile([]string{strings.Repeat("a,", maxParts/2) + "a", strings.Repeat("a,", maxParts/2) + "a"})
	assert.ErrorContains(t, err, "expected a shorter list of selectors")
	_, err = Compile([]string{strings.Repeat("a ", maxParts-10) + "a"})
	assert.NoError(t, err)
}
