package encoding

import (
	"context"

	"tidemark/core/internal/watch"
)

// BytesOffsets turns places in what [Decoder.Bytes] makes of the bytes of a document into places in these. They rise, and are where characters
// begin or end. Its only error is that of the context.
func BytesOffsets(ctx context.Context, raw []byte, declared Encoding, places []int) error {
	e, rest, err := determine(ctx, raw, declared)
	if err != nil {
		return err
	}
	return offsets(ctx, rest, e, len(raw)-len(rest), places)
}

// TextOffsets is BytesOffsets for text, and [Decoder.Text].
func TextOffsets(ctx context.Context, text []byte, places []int) error {
	rest := CutMark(text)
	return offsets(ctx, rest, asUTF8, len(text)-len(rest), places)
}

// offsets decodes raw again, up to each of the places, and sets these to where it is in raw then, and what is before that.
func offsets(ctx context.Context, raw []byte, e Encoding, before int, places []int) error {
	valid := e.coding == nil
	if e.isUTF8() {
		var err error
		if valid, err = isValid(ctx, raw); err != nil {
			return err
		}
	}
	if valid {
		for i := range places {
			places[i] += before
		}
		return nil
	}
	t := e.begin()
	buf := make([]byte, min(len(raw)+1, watch.Every))
	decoded, read := 0, 0
	for i, place := range places {
		for decoded < place && read < len(raw) {
			if err := ctx.Err(); err != nil {
				return err
			}
			n := min(len(buf), len(raw)-read)
			// The decoder stops where the room for what it makes ends: at the place.
			nDst, nSrc := t.transform(buf[:min(len(buf), place-decoded)], raw[read:read+n], read+n == len(raw))
			if nDst == 0 && nSrc == 0 {
				break // It is within a character.
			}
			decoded, read = decoded+nDst, read+nSrc
		}
		places[i] = before + read
	}
	return nil
}
