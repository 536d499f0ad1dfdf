package tokens_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"tidemark/core/internal/tokens"
)

// Counts of the tokenizers themselves.
var counted = []struct {
	text          string
	o200k, cl100k float64
}{
	{"The harbour was quiet that morning. Two boats had come in before dawn, and nobody had seen them unload anything but fish.", 25, 25},
	{"# Getting started\n\nInstall it with `npm install tidemark`, then call **convert**:\n\n```js\nimport { convert } from 'tidemark';\n\nconst markdown = await convert(html, { headingStyle: 'atx' });\n```\n", 49, 49},
	{"- [Documentation](https://example.com/docs/getting-started?ref=nav)\n- [Changelog](https://example.com/changelog)\n- [Report a bug](https://example.com/issues/new)\n", 43, 43},
	{"| Name | Price |\n| --- | --: |\n| Bread | 3.20 |\n| Butter | 4.75 |\n| Honey | 11.00 |\n", 35, 35},
	{"Die Verwaltung der Stadt hat am Donnerstag mitgeteilt, dass die Brücke über den Fluss bis zum Frühjahr gesperrt bleibt.", 26, 37},
	{"Le conseil municipal a décidé de fermer la bibliothèque pendant les travaux, malgré l’opposition des habitants.", 20, 31},
	{"市政府星期四宣布，由于维修工程，跨河大桥将继续关闭至明年春天，市民须改乘渡轮或绕道而行。", 36, 57},
	{"市は木曜日、補修工事のため橋の通行止めを来春まで続けると発表した。市民は渡し船を利用することになる。", 41, 57},
	{"시는 목요일 보수 공사로 인해 내년 봄까지 다리 통행을 계속 금지한다고 발표했다.", 26, 45},
	{"Городская администрация сообщила в четверг, что мост через реку останется закрытым до весны.", 24, 42},
}

func TestEstimate(t *testing.T) {
	for _, c := range counted {
		assert.InEpsilon(t, c.o200k, tokens.O200k.Estimate([]byte(c.text)), 0.35, c.text)
		assert.InEpsilon(t, c.cl100k, tokens.CL100k.Estimate([]byte(c.text)), 0.35, c.text)
	}
	sum, estimate := 0.0, 0.0
	for _, c := range counted {
		sum += c.o200k
		estimate += tokens.O200k.Estimate([]byte(c.text))
	}
	assert.InEpsilon(t, sum, estimate, 0.08)
}

func TestPieces(t *testing.T) {
	for _, c := range []struct {
		model tokens.Model
		text  string
		want  string
	}{
		{tokens.O200k, "The HTTPServer's parseHTML(x) isn't here", "The| HTTPServer|'s| parse|HTML|(x|)| isn|'t| here"},
		{tokens.CL100k, "parseHTML 12345", "parseHTML| |123|45"},
		{tokens.O200k, "a  b\n\n  c.\n\nd", "a| | b|\n\n| | c|.\n\n|d"},
		{tokens.O200k, "](https://a.b/c)\n", "](|https|://|a|.b|/c|)\n"},
		{tokens.O200k, "x²\u00a0y漢字。", "x|²|\u00a0y漢字|。"},
	} {
		var pieces []string
		c.model.Visit([]byte(c.text), func(piece []byte, _ []uint16) { pieces = append(pieces, string(piece)) })
		assert.Equal(t, c.want, strings.Join(pieces, "|"))
	}
}

// FuzzPieces looks for text of which a piece is lost.
func FuzzPieces(f *testing.F) {
	for _, c := range counted {
		f.Add(c.text)
	}
	f.Add("\xff ²\u2028\n\t é\u0301 \U0001f600a")
	f.Fuzz(func(t *testing.T, text string) {
		for _, m := range []tokens.Model{tokens.O200k, tokens.CL100k} {
			var pieces strings.Builder
			m.Visit([]byte(text), func(piece []byte, _ []uint16) {
				require.NotEmpty(t, piece)
				pieces.Write(piece)
			})
			require.Equal(t, text, pieces.String())
			require.InDelta(t, m.Sum([]byte(text)), m.Estimate([]byte(text)), 1e-6)
		}
	})
}

func BenchmarkEstimate(b *testing.B) {
	var all strings.Builder
	for _, c := range counted[:6] {
		all.WriteString(c.text)
	}
	text := []byte(strings.Repeat(all.String(), 100))
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		tokens.O200k.Estimate(text)
	}
}
