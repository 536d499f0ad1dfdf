package markdown_test

import (
	"testing"

	"tidemark/core/internal/markdown"
)

func TestFormControls(t *testing.T) {
	check(t, []conversion{
		{`<form><fieldset><legend>a</legend><label>b <input value="c*d*"></label></fieldset></form>`, "a\n\nb c\\*d*"},
		{`<button>a</button><button>b</button><input type=Submit value=c>`, "a b c"},
		{`<input type=image src=i alt=a><input type=image src=i>`, "a"},
		{`a<input><input type=hidden value=b><input type=password value=b><input type=checkbox value=b><input type=file value=b>`, "a"},
		{`<textarea> a
b </textarea>`, "a b"},
		{`<select><option>a<option>b</select>`, "a"},
		{`<select><optgroup label=x><option>a<option selected>b</optgroup></select>c`, "b c"},
		{`<select><option selected><object>a<option selected>b</select>`, "a\n\nb"},
		{`<select multiple><option selected>a<option>b<option selected>c</select>`, "a c"},
		{`<select></select>a<datalist><option>b</datalist>`, "a"},
		{`<progress value=7 max=10>70 %</progress> <meter>a</meter> <output>b</output>`, "70 % a b"},
		{`<ul><li><ul><li>a</li></ul><input type=hidden value=b></li><li>c</li></ul>`, "- - a\n- c"},
		{`<ul><li><select><option>a<option>b</select><ul><li>c</ul></ul>`, "- a\n  - c"},
		{`<table><tr><th>a<th><select><option>b<option>c</select><input value=d></table>`, "| a | b d |\n| --- | --- |"},
	})
	s := defaults()
	s.TableMode = markdown.HTML
	checkWith(t, s, []conversion{{`<table><tr><td><select><option>a<option>b</select><input value="&lt;"><textarea>c</textarea></table>`,
		"<table><tbody><tr><td> a  &lt;  c </td></tr></tbody></table>"}})
}

func TestQuotation(t *testing.T) {
	check(t, []conversion{
		{`<q>a</q>b`, "“a”b"},
		{`<q>a <q>b <q>c</q></q></q>`, "“a ‘b “c”’”"},
		{`<q></q>`, "“”"},
	})
}

// What stands in a line as a box of its own, or as a picture, keeps the words around it apart.
func TestWordsApart(t *testing.T) {
	check(t, []conversion{
		{`<label>a</label><label>b</label>c`, "a b c"},
		{`<label for="x">a</label>: b (<label>c</label>)`, "a: b (c)"},
		{`<label><input type="checkbox">a</label><label><input type="radio">b</label>`, "a b"},
		{`a.<input type="checkbox"><span>b</span>`, "a. b"},
		{`a<input type="hidden">b<input type="checkbox" hidden>c`, "abc"},
		{`a?<svg></svg>b <b>c<svg></svg></b>. (<svg></svg>d<svg></svg>)`, "a? b **c**. (d)"},
		{`a<svg></svg><code>b</code>`, "a `b`"},
		{`a<img src="data:image/png,x" alt="">b<img alt="c">d`, "a b c d"},
		{`<a class="btn" href="/a">a</a><a class="btn" href="/b">b</a>`, "[a](/a) [b](/b)"},
		{`<a href="/a">a</a><a href="/b">b</a>`, "[a](/a)[b](/b)"},
		{`<button>a</button><button>b</button>`, "a b"},
	})
}
