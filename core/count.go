package core

import (
	"context"
	"math"
	"strconv"

	"tidemark/core/internal/tokens"
)

// EstimateTokens estimates how many tokens language models take text for, by the encoding of some of them: "o200k" or "cl100k", or "bytes" for
// one in four bytes. It is what [Chunks.Tokens] counts by.
func EstimateTokens(text, encoding string) int { return estimate([]byte(text), encoding) }

func estimate(text []byte, encoding string) int { return int(math.Ceil(estimateSize(text, encoding))) }

// estimateSize is how many tokens a text is, about.
func estimateSize(text []byte, encoding string) float64 {
	switch encoding {
	case "cl100k":
		return tokens.CL100k.Estimate(text)
	case "bytes":
		return tokens.Bytes(text)
	default:
		return tokens.O200k.Estimate(text)
	}
}

// appendCount appends the number of tokens of text.
func (c *Converter) appendCount(ctx context.Context, dst, input []byte, as content) ([]byte, error) {
	s := takeScratch(ctx)
	text, err := s.decode(ctx, input, as, c.declared)
	if err == nil {
		dst = strconv.AppendInt(dst, int64(estimate(text, c.options.Counts)), 10)
	}
	s.give(err)
	return dst, err
}
