package rule_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/rule"
)

// shown writes parts so that their places can be seen.
func shown(parts []rule.Part) string {
	var b strings.Builder
	place := [...]string{"", "@address ", "@title ", "@code ", "@info ", "@tag "}
	for _, p := range parts {
		switch p.Kind {
		case rule.Literal:
			b.WriteString(p.Text)
		case rule.Content:
			b.WriteString("«content»")
		case rule.HTML:
			b.WriteString("«html»")
		case rule.Text:
			b.WriteString("«" + place[p.Place] + "text»")
		case rule.Attr:
			b.WriteString("«" + place[p.Place] + p.Text + "»")
		case rule.Code:
			b.WriteString("code[" + shown(p.Parts) + "]")
		case rule.Address:
			b.WriteString("address[" + shown(p.Parts) + "]")
		case rule.Fence:
			b.WriteString("fence" + p.Text + "[" + shown(p.Info) + "][" + shown(p.Parts) + "]")
		}
	}
	return b.String()
}

func TestTemplatesKnowThePlacesOfValues(t *testing.T) {
	for template, want := range map[string]string{
		"":                               "",
		"{content}":                      "«content»",
		"a {text} b{html}":               "a «text» b«html»",
		"[{content}]({@href})":           "[«content»](address[«@address href»])",
		"[x](<{@href}>)":                 "[x](address[«@address href»])",
		"[x]({@href} \"{@title}\") {@x}": "[x](address[«@address href»] \"«@title title»\") «x»",
		"[x](https://a.b/?q={text}&(y) '{@title}'": "[x](address[https://a.b/?q=«@address text»&(y)] '«@title title»'",
		"![{@alt}]({@src})":                        "![«alt»](address[«@address src»])",
		"`{text}` ``{@a}`b`` `{text}":              "code[«@code text»] code[«@code a»`b] `«text»",
		"```{@lang} x\n{text}\ny\n```\nz{text}":    "fence```[«@info lang» x][«@code text»\ny]\nz«text»",
		"~~~~\n{text}":                             "fence~~~~[][«@code text»]",
		"a ```{text}```":                           "a code[«@code text»]",
		"<a b=\"{@c}\" d='{text}' e>{content}</a>": "<a b=\"«@tag c»\" d='«@tag text»' e>«content»</a>",
		"1 < 2 {text}":                             "1 < 2 «text»",
		"{{< video src=\"{@src}\" >}} {% raw %}":   "{{< video src=\"«src»\" >}} {% raw %}",
		`\{text} \\{text} \*`:                      `{text} \\«text» \*`,
		"{@Data-X} {@xlink:href} { text}":          "«data-x» «xlink:href» { text}",
		"{}{1}{text":                               "{}{1}{text",
	} {
		parts, err := rule.ParseTemplate(template)
		require.NoError(t, err, template)
		assert.Equal(t, want, shown(parts), template)
	}
}

func TestTemplatesAreRefusedWithTheirPlace(t *testing.T) {
	for template, want := range map[string]string{
		"é😀{contnt}":        `expected {content}, {text}, {html} or {@attribute}, or \{ for a brace at offset 3, before '{contnt}'`,
		"`{content}`":       "expected {text} or {@attribute} within code, an address, a title or a tag at offset 1, before '{content}`'",
		"[x]({html})":       "expected {text} or {@attribute} within code, an address, a title or a tag at offset 4, before '{html})'",
		"```\n{content}":    "expected {text} or {@attribute} within code, an address, a title or a tag at offset 4, before '{content}'",
		"<a b={@c}>":        "expected quotation marks around a placeholder in a tag at offset 5, before '{@c}>'",
		"<a b=\"{html}\">x": "expected {text} or {@attribute} within code, an address, a title or a tag at offset 6, before '{html}\">x'",
	} {
		_, err := rule.ParseTemplate(template)
		assert.EqualError(t, err, want, template)
	}
}

func FuzzParseTemplate(f *testing.F) {
	for _, seed := range []string{"[{content}]({@href} \"{@title}\")", "```{@a}\n{text}\n```", "`` {text} `", "<a b='{text}", "](<", "{", "\\", "~~~"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, template string) {
		_, _ = rule.ParseTemplate(template) // It ends, with or without an error.
	})
}
