package markdown_test

import "testing"

func TestAlert(t *testing.T) {
	check(t, []conversion{
		// GitHub
		{`<div class="markdown-alert markdown-alert-note" dir="auto"><p class="markdown-alert-title" dir="auto"><svg></svg>Note</p><p>a</p><p>b</p></div>c`,
			"> [!NOTE]\n> a\n>\n> b\n\nc"},
		// Python-Markdown, docutils
		{`<div class="admonition hint"><p class="admonition-title">Hint</p><p>a</p></div>`, "> [!TIP]\n> a"},
		// Docusaurus
		{`<div class="theme-admonition theme-admonition-danger admonition_xJq3 alert alert--danger"><div class="admonitionHeading_Gvgb"><span><svg></svg></span>danger</div><div><p>a</p></div></div>`,
			"> [!CAUTION]\n> a"},
		// Obsidian
		{`<div data-callout="Info" class="callout"><div class="callout-title"><div class="callout-icon"></div><div class="callout-title-inner">Info</div></div><div class="callout-content"><p>a</p></div></div>`,
			"> [!NOTE]\n> a"},
		{`<blockquote class="callout important" data-callout="important"><div class="callout-title"><p>Important</p></div><p>a</p></blockquote>`, "> [!IMPORTANT]\n> a"},
		// VitePress, Starlight
		{`<div class="warning custom-block"><p class="custom-block-title">WARNING</p><p>a</p></div>`, "> [!WARNING]\n> a"},
		{`<aside class="starlight-aside starlight-aside--caution"><p class="starlight-aside__title"><svg></svg>Caution</p><div><p>a</p></div></aside>`, "> [!CAUTION]\n> a"},
	})
}

func TestAlertContent(t *testing.T) {
	// box is an alert with that inside.
	box := func(content string) string {
		return `<div class="admonition note"><p class="admonition-title">Note</p>` + content + `</div>`
	}
	check(t, []conversion{
		{`<div class="admonition tip"><p class="admonition-title">Mind <code>this</code></p><p>a</p></div>`, "> [!TIP]\n> **Mind `this`**\n>\n> a"},
		{`<div class="admonition tip">a</div>`, "> [!TIP]\n> a"},
		{box(`<ul><li>a</ul>`), "> [!NOTE]\n>\n> - a"},
		{box(`<pre>a</pre>`), "> [!NOTE]\n>\n> ```\n> a\n> ```"},
		{box(`<table><tr><th>a<th>b</table>`), "> [!NOTE]\n>\n> | a | b |\n> | --- | --- |"},
		{box(`===<br># a`), "> [!NOTE]\n> \\===\\\n> \\# a"},
		{box(`<p>a</p>`) + box(`<p>b</p>`), "> [!NOTE]\n> a\n\n> [!NOTE]\n> b"},
		{box(``) + `a`, "Note\n\na"},
		{`<div class="admonition note"></div>a`, "a"},
		{box(box(`a`)), "> [!NOTE]\n> Note\n>\n> a"},
		{`<ul><li>a` + box(`b`) + `</ul>`, "- a\n\n  > [!NOTE]\n  > b"},
		{`<ul><li>` + box(`b`) + `</ul>`, "- > [!NOTE]\n  > b"},
		{`<a href="/u">` + box(`b`) + `</a>`, "> [!NOTE]\n> [b](/u)"},
		{`<table><tr><th>a<th>` + box(`b`) + `</table>`, "| a | Note<br>b |\n| --- | --- |"},
	})
	s := defaults()
	s.HeadingSetext = true
	checkWith(t, s, []conversion{{box(`<h1>a</h1>`), "> [!NOTE]\n>\n> a\n> ==="}})
}

func TestWhatIsNoAlert(t *testing.T) {
	check(t, []conversion{
		{`<div class="admonition example"><p class="admonition-title">Example</p><p>a</p></div>`, "Example\n\na"},
		{`<div class="alert warning">a</div>`, "a"},
		{`<div class="note">a</div>`, "a"},
	})
	s := defaults()
	s.Alerts = false
	checkWith(t, s, []conversion{
		{`<div class="admonition note"><p class="admonition-title">Note</p><p>a</p></div>`, "Note\n\na"},
		{`<blockquote>[!NOTE]<br>a</blockquote>`, "> [!NOTE]\\\n> a"},
	})
}

func TestTextLikeAlerts(t *testing.T) {
	check(t, []conversion{
		{`<blockquote>[!NOTE]<br>a</blockquote>`, "> \\[!NOTE]\\\n> a"},
		{`<blockquote><p>[!tip]</p><p>a</p></blockquote>`, "> \\[!tip]\n>\n> a"},
		{`<ul><li><blockquote>[!NOTE]</blockquote></ul>`, "- > \\[!NOTE]"},
		{`<blockquote>[!NOTE] a</blockquote>`, "> [!NOTE] a"},
		{`<blockquote>[!NOTE]<b>a</b></blockquote>`, "> [!NOTE]**a**"},
		{`<blockquote>[!ELSE]<br>a</blockquote>`, "> [!ELSE]\\\n> a"},
		{`<blockquote>a<br>[!NOTE]</blockquote>`, "> a\\\n> [!NOTE]"},
		{`<blockquote><p>a</p><p>[!NOTE]</p></blockquote>`, "> a\n>\n> [!NOTE]"},
		{`[!NOTE]<br>a`, "[!NOTE]\\\na"},
	})
	s := defaults()
	s.Wrap = 10
	checkWith(t, s, []conversion{{`<blockquote>[!NOTE] a b c</blockquote>`, "> [!NOTE] a\n> b c"}})
}
