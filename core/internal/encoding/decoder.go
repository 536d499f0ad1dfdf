package encoding

import (
	"bytes"
	"context"
	"slices"
	"unicode/utf8"

	"tidemark/core/internal/watch"
)

// Decoder decodes one document after another into the same buffer. Its zero value is ready. What it returns is valid
// until the next call, and is the input itself where that is valid UTF-8 already.
type Decoder struct {
	buf []byte
}

// Bytes decodes the bytes of a document. The result is at most three times as long as raw. Its only error is that of the
// context.
func (d *Decoder) Bytes(ctx context.Context, raw []byte, declared Encoding) ([]byte, error) {
	e, raw, err := determine(ctx, raw, declared)
	if err != nil || e.coding == nil {
		return raw, err
	}
	return d.decode(ctx, raw, e)
}

// determine finds the encoding of a document, and returns what follows its byte order mark. It gives no encoding for what is valid UTF-8
// without one. Its only error is that of the context.
func determine(ctx context.Context, raw []byte, declared Encoding) (Encoding, []byte, error) {
	marked, raw := cutMark(raw)
	switch {
	case marked.coding != nil:
		return marked, raw, nil
	case declared.coding != nil:
		return declared, raw, nil
	}
	e := xmlMark(raw)
	if e.coding == nil {
		e = new(head).find(raw, true)
	}
	if e.coding == nil {
		e = sniff(raw)
	}
	if e.coding == nil {
		switch valid, err := isValid(ctx, raw); {
		case err != nil:
			return Encoding{}, nil, err
		case valid:
			return Encoding{}, raw, nil
		}
		e = guess(raw[asciiEnd(raw):])
	}
	return e, raw, nil
}

// Text makes text that should be UTF-8 valid UTF-8. Its only error is that of the context.
func (d *Decoder) Text(ctx context.Context, text []byte) ([]byte, error) {
	if enc, rest := cutMark(text); enc.isUTF8() {
		text = rest
	}
	return d.decode(ctx, text, asUTF8)
}

// CutMark takes the byte order mark off text that is valid UTF-8: the rest needs no decoding.
func CutMark(text []byte) []byte { return bytes.TrimPrefix(text, []byte(byteOrderMark)) }

// Held is the size in bytes of the buffer that the decoder keeps.
func (d *Decoder) Held() int { return cap(d.buf) }

// isValid reports whether raw is valid UTF-8. Its only error is that of the context.
func isValid(ctx context.Context, raw []byte) (bool, error) {
	for len(raw) > watch.Every { // The context may end while megabytes are looked at.
		n := watch.Every
		for n > watch.Every-utf8.UTFMax && !utf8.RuneStart(raw[n]) {
			n--
		}
		if !utf8.Valid(raw[:n]) {
			return false, nil
		}
		if err := ctx.Err(); err != nil {
			return false, err
		}
		raw = raw[n:]
	}
	return utf8.Valid(raw), nil
}

func (d *Decoder) decode(ctx context.Context, raw []byte, e Encoding) ([]byte, error) {
	if e.isUTF8() {
		if valid, err := isValid(ctx, raw); valid || err != nil {
			return raw, err
		}
	}
	t := e.begin()
	d.buf = d.buf[:0]
	for len(raw) > 0 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n := min(watch.Every, len(raw))
		d.buf = slices.Grow(d.buf, n+utf8.UTFMax)
		written, read := t.transform(d.buf[len(d.buf):cap(d.buf)], raw[:n], n == len(raw))
		d.buf, raw = d.buf[:len(d.buf)+written], raw[read:]
	}
	return d.buf, nil
}
