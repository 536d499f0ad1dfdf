package core

import (
	"encoding/json"

	"tidemark/core/internal/jsontext"
)

// appendJSON appends an extraction as the tags of its fields say, but for what is in the document that was written, with what JavaScript makes the
// text of chunks with, and the texts of their headings, each once.
func (x *extractor) appendJSON(dst []byte) ([]byte, error) {
	e, err := &x.made, error(nil)
	dst = jsontext.AppendString(dst, `{"format":`, e.Format)
	dst = jsontext.AppendString(dst, `,"title":`, e.Title)
	if e.Metadata != nil {
		if dst, err = appendAny(dst, `,"metadata":`, e.Metadata); err != nil {
			return nil, err
		}
	}
	if e.Content != nil {
		if dst, err = appendAny(dst, `,"content":`, e.Content); err != nil {
			return nil, err
		}
	}
	dst = appendList(dst, `,"headings":`, e.Headings, (*Heading).AppendJSON)
	dst = appendList(dst, `,"links":`, e.Links, (*Link).AppendJSON)
	dst = appendList(dst, `,"images":`, e.Images, (*Image).AppendJSON)
	dst = appendList(dst, `,"tables":`, e.Tables, (*Table).AppendJSON)
	dst = appendList(dst, `,"code":`, e.Code, (*CodeBlock).AppendJSON)
	dst = appendList(dst, `,"footnotes":`, e.Footnotes, (*Footnote).AppendJSON)
	if e.Chunks != nil {
		dst = x.appendChunksJSON(dst)
	}
	if dst, err = appendAny(dst, `,"warnings":`, e.Warnings); err != nil {
		return nil, err
	}
	return append(dst, '}'), nil
}

// appendList appends what was asked for.
func appendList[T any](dst []byte, before string, list []T, appendValue func(value *T, dst []byte) []byte) []byte {
	if list == nil {
		return dst
	}
	return jsontext.AppendArray(dst, before, list, appendValue)
}

// appendAny appends what there is once in a document.
func appendAny(dst []byte, before string, value any) ([]byte, error) {
	text, err := json.Marshal(value)
	return append(append(dst, before...), text...), err
}

func (x *extractor) appendChunksJSON(dst []byte) []byte {
	chunks := x.made.Chunks
	dst = jsontext.AppendArray(dst, `,"chunks":`, chunks, func(c *Chunk, dst []byte) []byte { return c.appendMembers(append(dst, '{')) })
	if x.before != "" {
		dst = jsontext.AppendString(dst, `,"before":`, x.before)
	}
	var titles []string
	numbers := map[int32]int{} // of headings, among the titles
	for i := range chunks {
		for j, heading := range chunks[i].under {
			if _, known := numbers[heading]; !known {
				numbers[heading] = len(titles)
				titles = append(titles, chunks[i].Headings[j])
			}
		}
	}
	dst = jsontext.AppendStrings(dst, `,"titles":`, titles)
	return jsontext.AppendArray(dst, `,"under":`, chunks, func(c *Chunk, dst []byte) []byte {
		return jsontext.AppendArray(dst, "", c.under, func(heading *int32, dst []byte) []byte { return jsontext.AppendInt(dst, "", numbers[*heading]) })
	})
}

// appendMembers appends the members of a chunk that are neither its text nor its headings, and ends the object.
func (c *Chunk) appendMembers(dst []byte) []byte {
	dst = jsontext.AppendInt(dst, `"index":`, c.Index)
	dst = jsontext.AppendInt(dst, `,"tokens":`, c.Tokens)
	dst = c.Markdown.AppendJSON(dst, `,"markdown":`)
	if c.HTML != nil {
		dst = c.HTML.AppendJSON(dst, `,"html":`)
	}
	if c.Overlap != 0 {
		dst = jsontext.AppendInt(dst, `,"overlap":`, c.Overlap)
	}
	if c.Header != nil {
		dst = c.Header.AppendJSON(dst, `,"header":`)
	}
	return append(dst, '}')
}

// appendLine appends a chunk, with its text and its headings, as a line.
func (c *Chunk) appendLine(dst []byte) []byte {
	dst = jsontext.AppendString(dst, `{"text":`, c.Text)
	dst = append(jsontext.AppendStrings(dst, `,"headings":`, c.Headings), ',')
	return append(c.appendMembers(dst), '\n')
}
