package markdown_test

import (
	"strings"
	"testing"
)

func TestList(t *testing.T) {
	check(t, []conversion{
		{`<ul><li>a</li><li>b</li></ul>`, "- a\n- b"},
		{`<ul><li><p>a</p></li><li>b</li></ul>`, "- a\n\n- b"},
		{`<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>`, "- a\n  - b\n- c"},
		{`<ol start=9><li>a<pre>x</pre></li><li>b<pre>y</pre></li></ol>`, "9. a\n   ```\n   x\n   ```\n10. b\n    ```\n    y\n    ```"},
		{`<ol start=0><li>a</ol>`, "0. a"},
		{`<ol start=-3><li>a</ol>`, "1. a"},
		{`<ul><li>a</li></ul><ul><li>b</li></ul>`, "- a\n\n* b"},
		{`<ol><li>a</ol><ol><li>b</ol>`, "1. a\n\n1) b"},
		{`<ul><li></li><li>b</li></ul>`, "- b"},
		{`<ol><li>a</li><li> <br></li><li>b</li></ol>`, "1. a\n3. b"},
		{`<ol><li>a</li><li value=5>b</li><li>c</li><li value=x>d</li></ol>`, "1. a\n5. b\n6. c\n7. d"},
		{`<ul><li value=5>a</li></ul>`, "- a"},
		{`<ul><li>a<ol start=2><li>b</ol></ul>`, "- a\n\n  2. b"},
		{`<ul><li>a<div>b</div></li></ul>`, "- a\n\n  b"},
		{`<ul><li>a<blockquote>b</blockquote></li></ul>`, "- a\n  > b"},
		{`<ul><li><hr></li></ul>`, "- ___"},
		{`<ul><li><ul><li><ul><li></li></ul></li></ul></li></ul>`, ""},
		{`<ul><li>a</li><ul><li>b</li></ul></ul>`, "- a\n  - b"},
		{`<ul><li>a</li> <ul><li>b</li></ul> <ol><li>c</ol><li>d</li></ul>`, "- a\n  - b\n\n  1. c\n- d"},
		{`<ul><ul><li>a</li></ul></ul>`, "- a"},
		{`<ul><ul><ul><li>a</li></ul><li>b</li></ul><ul><li>c</li></ul></ul>`, "- a\n- b\n- c"},
		{`<ul><ol start=4><li>a</li><ol><li>b</li></ol></ol><li>c</li></ul>`, "4. a\n   1. b\n5. c"},
		{`<ul><div><li>a</li></div><li>b</li></ul>`, "- a\n- b"},
		{`<ul><div><div><li>a</li><li>b</li></div></div><li>c</li></ul>`, "- a\n- b\n- c"},
		{`<ul><li><table><tr><th>x</table></li></ul>`, "- | x |\n  | --- |"},
		{`<ul><li>a<p></p></li></ul>`, "- a"},
		{`<li>a</li><li>b</li>`, "a\n\nb"},
	})
}

// An item that shows nothing is left out, and a list without items.
func TestEmptyItem(t *testing.T) {
	check(t, []conversion{
		{`<ul><li>a<ul><li><span></span></li></ul></li></ul>`, "- a"},
		{`<ul><li>a<ul><li>&nbsp;</li></ul></li></ul>`, "- a"},
		{`<ul><li>a</li><li></li></ul><ul><li></li></ul>b`, "- a\n\nb"},
		{`<ul><li><svg></svg></li><li><input type=checkbox></li></ul>`, "- [ ]"},
	})
}

// A list that cannot interrupt a paragraph needs a blank line before it, which makes the list around it loose.
func TestListThatCannotInterrupt(t *testing.T) {
	check(t, []conversion{
		{`<ul><li>a<ol start=2><li>b</ol><li>c</ul>`, "- a\n\n  2. b\n\n- c"},
		{`<ul><li>a<ul><li></li><li>b</ul><li>c</ul>`, "- a\n  - b\n- c"},
		{`<ul><li>a<ol><div><li>b</div></ol><li>c</ul>`, "- a\n  1. b\n- c"},
		{`<ul><li>a<ol><div><li></div></ol><li>c</ul>`, "- a\n\n- c"},
		{`<ul><li><pre>a</pre><ol start=2><li>b</ol><li>c</ul>`, "- ```\n  a\n  ```\n  2. b\n- c"},
	})
}

func TestItemsWithoutElement(t *testing.T) {
	check(t, []conversion{
		{`<ul><img src=i><hr>a<b></b><script>x</script></ul>`, "- ![](i)\n- ___\n- a"},
		{`<ol><span></span><li>a</ol>`, "1. a"},
	})
}

// What comes before the items of a list is no item: browsers show it without a marker.
func TestWhatHeadsAList(t *testing.T) {
	check(t, []conversion{
		{`<ul>text <b>bold</b><li>a</li></ul>`, "text **bold**\n\n- a"},
		{`<ul><h2>a</h2><div><li>b</li></div></ul>`, "## a\n\n- b"},
		{`<ul><li>a<ul>b<li>c</li></ul></li><li>d</li></ul>`, "- a\n\n  b\n\n  - c\n\n- d"},
		{`<ul><li>a</li></ul><ul>b<li>c</li></ul>`, "- a\n\nb\n\n- c"},
		{`<ul><p>a</p><p>b</p></ul>`, "- a\n- b"},
	})
}

func TestLinkAroundItems(t *testing.T) {
	check(t, []conversion{
		{`<ul><a href="/u"><li>a</li><li>b</li></a><a><li>c</li></a></ul>`, "- [a](/u)\n- [b](/u)\n- c"},
	})
}

func TestTaskList(t *testing.T) {
	check(t, []conversion{
		{`<ul><li><input type=checkbox> a</li><li><input type="checkbox" checked>b</li></ul>`, "- [ ] a\n- [x] b"},
		{`<ul><li><p><input type=checkbox> a</p></li></ul>`, "- [ ] a"},
		{`<ul><li><label><input type=checkbox> a</label></li></ul>`, "- [ ] a"},
		{`<ul><li>a <input type=checkbox></li></ul>`, "- a"},
		{`<ul><li><input type=CheckBox checked>a<li><input type=checkbox hidden>b</ul>`, "- [x] a\n- b"},
		{`<ul><li><input type=checkbox></li></ul>`, "- [ ]"},
		{`<ul><li><input type=checkbox><ul><li>a</li></ul></li></ul>`, "- [ ]\n  - a"},
		{`<ul><li>[ ] a</li><li>[x]</li></ul>`, "- \\[ ] a\n- \\[x]"},
		{`<ul><li>[x]a</li><li><h2>[x] b</h2></li></ul>`, "- \\[x]a\n- ## \\[x] b"},
		{`<ul><li><input type=checkbox><ol start=7><li>a</ol></ul>`, "- [ ]\n\n  7. a"},
		{`<p>[ ] a</p>`, "[ ] a"},
	})
}

func TestSetextHeadingInList(t *testing.T) {
	s := defaults()
	s.HeadingSetext = true
	checkWith(t, s, []conversion{
		{`<ul><li><h2>a</h2>b</ul>`, "- a\n  ---\n  b"},
		{`<ul><li>a<h2>b</h2></ul>`, "- a\n  ## b"},
		{`<ul><li><p>a</p><h2>b</h2></ul>`, "- a\n\n  b\n  ---"},
		{`<ul><li><input type=checkbox><h2>a</h2></ul>`, "- [ ]\n  ## a"},
	})
}

// A marker and the text behind it could be a thematic break together.
func TestTextBehindMarker(t *testing.T) {
	check(t, []conversion{
		{`<ul><li>--</ul>`, "- \\--"},
		{`<ul><li>-- a</ul>`, "- -- a"},
		{`<ul><li><ol><li>--</ol></ul>`, "- 1. --"},
		{`<ul><li><ul><li>- -</ul></ul>`, "- - \\- -"},
		{`<blockquote>---</blockquote>`, "> \\---"},
	})
	s := defaults()
	s.Bullet = '*'
	checkWith(t, s, []conversion{{`<ul><li>**</ul>`, "* \\**"}, {`<ul><li>--</ul>`, "* --"}})
}

func TestBulletOfChoice(t *testing.T) {
	s := defaults()
	s.Bullet = '*'
	checkWith(t, s, []conversion{{`<ul><li>a</ul><ul><li>b</ul>`, "* a\n\n- b"}})
}

// What stands on lines of its own is a paragraph of its own in an item, whichever element it is: the list is loose throughout.
func TestBlocksInItemsMakeListsLoose(t *testing.T) {
	for _, tag := range strings.Fields("address article aside center details dialog div dl fieldset figcaption figure footer form header hgroup legend " +
		"main marquee nav optgroup p search section") {
		open := tag
		if tag == "dialog" {
			open = "dialog open"
		}
		check(t, []conversion{
			{"<ul><li>a<" + open + ">b</" + tag + "><li>c</ul>", "- a\n\n  b\n\n- c"},
			{"<ul><li><" + open + ">a</" + tag + ">b<li>c</ul>", "- a\n\n  b\n\n- c"},
			{"<ul><li>a<" + open + "></" + tag + ">b<li>c</ul>", "- a\n\n  b\n\n- c"},
		})
	}
	check(t, []conversion{
		{"<ul><li>a<summary>b</summary><li>c</ul>", "- a\n\n  **b**\n\n- c"},
		{"<ul><li>a<video title=b src=v></video><li>c</ul>", "- a\n\n  [b](v)\n\n- c"},
		{"<ul><li><div>a</div><!-- --> b<li>c</ul>", "- a\n\n  b\n\n- c"},
		{"<ul><li>a<div hidden>-</div>b<li>c</ul>", "- ab\n- c"},
		{"<ul><li>a<iframe></iframe><li>c</ul>", "- a\n- c"},
	})
}
