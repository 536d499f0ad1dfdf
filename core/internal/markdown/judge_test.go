package markdown_test

import (
	"encoding/hex"
	"fmt"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/html"
)

// What Markdown is rendered to. Of other elements those are allowed that the document has, but for what loads or runs something.
var (
	ofMarkdown = wordSet(`html head body a blockquote br code del div em h1 h2 h3 h4 h5 h6 hr img input li ol p pre s strong sup table
		tbody td th thead tr ul`)
	activeElements = wordSet("applet base embed form frame iframe link math meta object script style svg template")
	safeAttributes = wordSet("align alt checked class colspan dir disabled href id role rowspan scope src start title type")
	alignment      = regexp.MustCompile(`^text-align:(left|center|right)$`)
)

// withinWords are elements that a word goes on into.
var withinWords = wordSet("a b cite del em i ins mark q s span strong u")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for _, word := range strings.Fields(words) {
		set[word] = true
	}
	return set
}

// shown is what a document shows: the names of its elements, and all that may be an address in it.
type shown struct {
	names, addresses map[string]bool
	texts            []string // of each node, and of all of them in one
}

func shownBy(t testing.TB, source string, c choice) shown {
	t.Helper()
	root, err := html.Parse(strings.NewReader(source))
	require.NoError(t, err)
	s := shown{names: map[string]bool{}, addresses: map[string]bool{}}
	var all strings.Builder
	setting, _ := c["baseUrl"].(string)
	bases := []string{"", setting}
	var values []string
	for n := range root.Descendants() {
		if n.Type == html.TextNode {
			s.texts = append(s.texts, n.Data)
			all.WriteString(n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		s.names[n.Data] = true
		if n.Data != "img" && !withinWords[n.Data] {
			all.WriteByte('\n')
		}
		for _, a := range n.Attr {
			values = append(values, a.Val)
			s.texts = append(s.texts, a.Val)
			if a.Key == "alt" {
				all.WriteString(a.Val)
			}
			if a.Key == "srcset" {
				values = append(values, strings.FieldsFunc(a.Val+" .", func(c rune) bool { return strings.ContainsRune("\t\n\f\r ,", c) })[0])
			}
			if n.Data == "base" && a.Key == "href" {
				bases = append(bases, resolved(a.Val, setting))
			}
		}
	}
	for _, base := range bases {
		for _, value := range values {
			s.addresses[decoded(resolved(value, base))] = true
		}
	}
	s.texts = append(s.texts, all.String())
	return s
}

// holdsAddress reports whether text is a whole address in what the document says. One with a scheme goes on up to white space, but for what
// may be the punctuation of a sentence.
func (s *shown) holdsAddress(text string) bool {
	for _, all := range s.texts {
		for text != "" {
			_, rest, found := strings.Cut(all, text)
			if !found {
				break
			}
			word := rest
			if end := strings.IndexFunc(rest, unicode.IsSpace); end >= 0 {
				word = rest[:end]
			}
			if strings.Contains(text, "@") && !strings.Contains(text, "//") || strings.Trim(word, "?!.,:)\"'") == "" {
				return true
			}
			all = rest
		}
	}
	return false
}

var controls = regexp.MustCompile(`[[:cntrl:]]`)

// resolved returns an address as URL parsers clean and resolve it.
func resolved(address, base string) string {
	address = strings.NewReplacer("\t", "", "\n", "", "\r", "", `\`, "/").Replace(strings.TrimFunc(address, func(c rune) bool { return c <= ' ' }))
	address = controls.ReplaceAllStringFunc(address, url.PathEscape) // Go's parser refuses them.
	u, err := url.Parse(address)
	b, baseErr := url.Parse(base)
	if base == "" || err != nil || baseErr != nil {
		return address
	}
	return b.ResolveReference(u).String()
}

// decoded returns an address so that it does not matter what is percent-encoded in it.
func decoded(address string) string {
	var out strings.Builder
	for i := 0; i < len(address); i++ {
		c := address[i]
		if c == '%' && i+2 < len(address) {
			if b, err := hex.DecodeString(address[i+1 : i+3]); err == nil {
				c = b[0]
				i += 2
			}
		}
		out.WriteByte(c)
	}
	return strings.ToLower(strings.ReplaceAll(out.String(), `\`, "/"))
}

var activeScheme = regexp.MustCompile(`(?i)^(javascript|vbscript|data):`)

// isActiveAddress reports whether the scheme of an address holds a program, for browsers and for readers that see no white space of any kind.
func isActiveAddress(address string) bool {
	address = strings.TrimLeftFunc(address, func(c rune) bool { return unicode.IsSpace(c) || unicode.In(c, unicode.Z, unicode.C) })
	return activeScheme.MatchString(strings.NewReplacer("\t", "", "\n", "", "\r", "").Replace(address))
}

// judge tells what is in rendered HTML that its document does not show.
func judge(t testing.TB, source string, c choice, rendered string) (complaints []string) {
	t.Helper()
	root, err := html.Parse(strings.NewReader(rendered))
	require.NoError(t, err)
	s := shownBy(t, source, c)
	complain := func(format string, args ...any) { complaints = append(complaints, fmt.Sprintf(format, args...)) }
	for n := range root.Descendants() {
		switch n.Type {
		case html.CommentNode, html.DoctypeNode:
			// An empty comment keeps items without content from being a thematic break.
			if n.Type != html.CommentNode || n.Data != " " {
				complain("<!%s>", n.Data)
			}
			continue
		case html.ElementNode:
		default:
			continue
		}
		if activeElements[n.Data] || !ofMarkdown[n.Data] && !s.names[n.Data] {
			complain("<%s>", n.Data)
		}
		for _, a := range n.Attr {
			switch {
			case a.Key == "style" && alignment.MatchString(a.Val):
			case !safeAttributes[a.Key], n.Data == "input" && a.Key == "type" && a.Val != "checkbox":
				complain("%s=%q", a.Key, a.Val)
			case a.Key == "href" || a.Key == "src":
				if isActiveAddress(a.Val) && !(a.Key == "src" && c["dataImages"] == "keep" && strings.HasPrefix(decoded(a.Val), "data:")) {
					complain("%s=%q", a.Key, a.Val)
				}
				if !s.addresses[decoded(resolved(a.Val, ""))] && !strings.HasPrefix(a.Val, "#") && !s.isBareLink(n, a.Val, c) {
					complain("%s=%q, which the document does not have", a.Key, a.Val)
				}
			}
		}
	}
	return complaints
}

// isBareLink reports whether a link is a bare address, which the document has, or any if the option says that the reader makes no links of
// such.
func (s *shown) isBareLink(n *html.Node, href string, c choice) bool {
	var text strings.Builder
	for child := range n.Descendants() {
		if child.Type == html.TextNode {
			text.WriteString(child.Data)
		}
	}
	if c["gfm.autolinks"] != false && (c["escape"] == "strict" || !s.holdsAddress(text.String())) {
		return false
	}
	for _, scheme := range []string{"", "http://", "mailto:"} {
		if decoded(scheme+text.String()) == decoded(href) {
			return true
		}
	}
	return false
}

// TestJudge shows the judge what it is to find.
func TestJudge(t *testing.T) {
	const source = `<a href="/u">a</a><img src="i"><kbd>`
	for _, rendered := range []string{
		`<img src=x onerror=alert(1)>`, `<img src=i onerror=alert(1)>`, `<a href=" JAVA&#9;SCRIPT:x">`, `<a href="&nbsp;vbscript:x">`, `<a href=/v>`,
		`<script>`, `<mark>`, `<a-b>`, `<!-- a -->`, `<input type=text>`, `<p style="a">`, `<svg>`,
	} {
		assert.NotEmpty(t, judge(t, source, choice{}, rendered), rendered)
	}
	assert.Empty(t, judge(t, source, choice{}, `<p><a href="/u" title=t>a</a> <img src=i alt=b> <kbd> <a href="#fn">1</a> <td style="text-align:left">`))
}
