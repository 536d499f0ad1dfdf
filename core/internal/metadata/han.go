package metadata

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tidemark/core/internal/dom"
	"tidemark/core/internal/watch"
)

// longestParagraph is how long paragraphs are that are searched for a name, in bytes.
const longestParagraph = 4 << 10

// readHan makes claims of what pages in Chinese have at the beginning or the end of their text: who wrote it, in brackets often, and when
// it was published. It looks at all of their text, but only if nothing better is known.
func (r *reader) readHan() {
	if !isHan(r.best(title).value) || r.has(authors, byText) && r.has(published, byText) {
		return
	}
	best, ofBest := []string(nil), len(hanLeads)
	isDated := r.has(published, byText+1)
	l := liner{doc: r.doc, id: r.doc.Node(dom.Root).First, limit: longestParagraph}
	for steps := 1; l.id != 0; steps++ {
		if steps%watch.EverySteps == 0 {
			r.watch.Look()
		}
		text := l.next(false)
		if text == "" {
			continue
		}
		if names, n := hanNames(text); n < ofBest {
			best, ofBest = names, n
		}
		if !isDated && len(text) <= longestLine {
			if d, start, end, ok := findDate(text, false); ok && d.day > 0 && (d.hour >= 0 || len(text)-(end-start) < 30) {
				isDated = true
				r.claim(published, byText+3, "text", d.String())
			}
		}
	}
	if !r.has(authors, byText) {
		for _, name := range best {
			r.claim(authors, byText, "text", name)
		}
	}
}

// isHan reports whether a text is Chinese: of Han characters, and none of those that Japanese and Korean have besides.
func isHan(text string) bool {
	han := 0
	for _, c := range text {
		switch {
		case unicode.Is(unicode.Han, c):
			han++
		case unicode.In(c, unicode.Hiragana, unicode.Katakana, unicode.Hangul):
			return false
		}
	}
	return han > 3
}

// hanLeads are the words that names stand behind, those of authors before those of editors.
var hanLeads = [...]string{"作者", "记者", "記者", "撰文", "责任编辑", "責任編輯", "编辑", "編輯"}

// hanNames returns the names in a text behind the best of those words, and its place among them.
func hanNames(text string) (names []string, lead int) {
	for lead, word := range hanLeads {
		for rest := text; ; {
			_, after, ok := strings.Cut(rest, word)
			if !ok {
				break
			}
			if names = hanNamesAt(after); len(names) > 0 {
				return names, lead
			}
			rest = after
		}
	}
	return nil, len(hanLeads)
}

// hanNamesAt returns the names that a text begins with: two to four characters each, and nothing else that belongs to them.
func hanNamesAt(text string) (names []string) {
	for {
		trimmed := strings.TrimLeft(text, " :：、/　")
		isApart := trimmed != text
		name, after := cutHan(trimmed)
		n := utf8.RuneCountInString(name)
		if n < 2 || n > 4 && !strings.Contains(name, "·") || strings.ContainsAny(name, "了的在从是获采报近昨今介简看到说称您我你摄影文图通讯员编辑者来源") {
			return names
		}
		c, _ := utf8.DecodeRuneInString(after)
		if after != "" && !strings.ContainsRune(" )）】]/|。、　<;；", c) || !isApart && (c == ' ' || c == '。' || c == '、') {
			return names
		}
		names = append(names, name)
		if len(names) == 4 || c != ' ' && c != '、' && c != '　' {
			return names
		}
		text = after
	}
}

// cutHan returns the Han characters that a text begins with, some more than a name has at most, and the rest.
func cutHan(text string) (han, rest string) {
	const most = 12
	n := 0
	for i, c := range text {
		if n == most || !unicode.Is(unicode.Han, c) && c != '·' {
			return text[:i], text[i:]
		}
		n++
	}
	return text, ""
}
