package core

import (
	"context"
	"encoding/binary"
	"math"

	"tidemark/core/internal/rule"
	"tidemark/core/internal/units"
)

// measured is what a function of who converts has counted of texts. How the Markdown is cut depends on it, and so which texts there are: it is
// cut again and again, until all are known.
type measured struct {
	tokens  map[string]float64
	unknown []string // in the order in which they are asked for
	asked   map[string]bool
	rounds  int
	slack   int // so much smaller chunks are to be, since the tokens of a text can be more than those of its parts
}

// mostRounds is how often texts are asked for, at most. What is not known then is estimated.
const mostRounds = 16

func (m *measured) of(text []byte) float64 {
	if n, known := m.tokens[string(text)]; known {
		return n
	}
	if m.rounds < mostRounds && !m.asked[string(text)] {
		t := string(text)
		m.asked[t] = true
		m.unknown = append(m.unknown, t)
	}
	return estimateSize(text, "")
}

// counts reports whether who converts counts the tokens of chunks.
func (c *Converter) counts() bool {
	return c.extracts && c.options.Chunks != nil && c.options.Chunks.Tokens == "function"
}

// count asks for the tokens of texts as long as some are not known. Then the extraction is written, and the stream ends.
//
//tidemark:recurses as often as it may ask: mostRounds
func (s *Stream) count() (questions []byte, err error) {
	x := s.extractor
	if x.measured == nil {
		x.measured = &measured{tokens: map[string]float64{}, asked: map[string]bool{}}
	}
	m := x.measured
	m.unknown = m.unknown[:0]
	if s.fail(x.split(s.ctx, s.written)) {
		return nil, s.end()
	}
	m.rounds++
	switch excess := x.excess(); {
	case len(m.unknown) > 0:
		s.questions = m.appendQuestions(s.questions[:0])
		return s.questions, nil
	case excess > 0 && m.rounds < mostRounds && m.slack+excess < s.converter.options.Chunks.Size/2:
		m.slack += excess
		return s.count()
	}
	out, err := x.append(s.ctx, s.written)
	if !s.fail(err) {
		_, err = s.out.Write(out)
		s.fail(err)
	}
	return nil, s.end()
}

// excess is by how many tokens the largest chunk is larger than it may be.
func (x *extractor) excess() int {
	o, most := x.converter.options.Chunks, 0
	for i := range x.made.Chunks {
		most = max(most, x.made.Chunks[i].Tokens)
	}
	if o.Unit != "tokens" {
		return 0
	}
	return max(0, most-o.Size)
}

// appendQuestions appends the texts that are not known, as js/rules/counts.ts reads them: a header as that of other questions, where each text
// ends in all of the text, in units of UTF-16, and the text.
func (m *measured) appendQuestions(dst []byte) []byte {
	const words = 6
	at := words * 4
	text := at + 4*len(m.unknown)
	size := 0
	for _, t := range m.unknown {
		size += len(t)
	}
	for _, w := range [words]int{rule.AskTokens, len(m.unknown), at, text, size, 0} {
		dst = binary.NativeEndian.AppendUint32(dst, uint32(w))
	}
	end := 0
	for _, t := range m.unknown {
		end += units.Count([]byte(t))
		dst = binary.NativeEndian.AppendUint32(dst, uint32(end))
	}
	for _, t := range m.unknown {
		dst = append(dst, t...)
	}
	return dst
}

// answerCount takes the tokens of the texts that were asked for, as numbers of 64 bits.
func (s *Stream) answerCount(answers []byte) (questions []byte, err error) {
	m := s.extractor.measured
	if len(answers) != 8*len(m.unknown) {
		s.fail(rule.ErrAnswer)
		return nil, s.end()
	}
	for i, t := range m.unknown {
		m.tokens[t] = math.Float64frombits(binary.NativeEndian.Uint64(answers[8*i:]))
	}
	return s.count()
}

// writeCounted writes a document whose rules ask for nothing, and counts the tokens of its chunks.
func (s *Stream) writeCounted(ctx context.Context) (questions []byte, err error) {
	s.written, err = s.extractor.render(ctx, nil)
	if s.fail(err) {
		return nil, s.end()
	}
	return s.count()
}
