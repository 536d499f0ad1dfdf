package html

import (
	"context"
	"io"
)

// chunkBytes is how much is parsed between two looks at the context: well under a millisecond of work.
const chunkBytes = 16 << 10

// reader hands out a document in chunks for as long as the context lasts.
type reader struct {
	ctx  context.Context
	rest []byte
}

func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	if len(r.rest) == 0 {
		return 0, io.EOF
	}
	n := copy(p[:min(len(p), chunkBytes)], r.rest)
	r.rest = r.rest[n:]
	return n, nil
}
