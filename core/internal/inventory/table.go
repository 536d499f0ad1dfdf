package inventory

import (
	"tidemark/core/internal/dom"
	"tidemark/core/internal/page"
)

// Table is a table that is in the Markdown. What a cell says stands in each of the places that it spans.
type Table struct {
	Caption        string     `json:"caption,omitempty"`  // what it says above or below it
	Header         []string   `json:"header"`             // the text of the cells of its first row, empty if that is not marked as header
	Rows           [][]string `json:"rows"`               // the text of the cells of the others
	MarkdownHeader []string   `json:"markdownHeader"`     // the same as Markdown
	MarkdownRows   [][]string `json:"markdownRows"`       // the same as Markdown
	HTML           Range      `json:"html"`               // where it is in the document
	Markdown       *Range     `json:"markdown,omitempty"` // where it is in the Markdown
}

// spanned is what the cells of a table say in all places that they take.
type spanned struct {
	columns int
	rows    [][]dom.ID // 0 where there is no cell
	spare   int        // so many places more may be taken
}

// Cells may take so many places for each that there is, and some to spare, so that no table grows out of all proportion.
const (
	placesPerCell = 8
	sparePlaces   = 4096
)

func (r *Reader) table(id dom.ID) {
	at := r.places.inMarkdown(id, AsTable)
	if at == nil {
		r.inside[aTable] = 0 // It only lays out what is in it, which may be tables.
		return
	}
	g := &r.grid
	r.page.LayOutAll(g, id)
	t := Table{Header: []string{}, Rows: [][]string{}, MarkdownHeader: []string{}, MarkdownRows: [][]string{}, HTML: r.places.InHTML(id), Markdown: at}
	if g.Caption != 0 {
		t.Caption = r.text(g.Caption)
	}
	var all spanned
	all.resolve(r, g)
	texts, markdowns := all.say(r)
	if g.Header && len(texts) > 0 {
		t.Header, texts = texts[0], texts[1:]
		t.MarkdownHeader, markdowns = markdowns[0], markdowns[1:]
	}
	t.Rows, t.MarkdownRows = texts, markdowns
	r.found.Tables = append(r.found.Tables, t)
}

// resolve puts each cell in all places that it takes.
func (s *spanned) resolve(r *Reader, g *page.Grid) {
	s.columns, s.spare, s.rows = g.Columns, sparePlaces+placesPerCell*len(g.Cells), make([][]dom.ID, len(g.Rows))
	for i := range g.Rows {
		group := r.page.Group(g.Rows[i])
		for _, c := range g.Cells[g.Rows[i].Start:g.Rows[i].End] {
			width, height := r.page.Spans(c.ID)
			for y := i; y < len(g.Rows) && y-i < height && r.page.Group(g.Rows[y]) == group; y++ {
				for x := int(c.Col); x < int(c.Col)+width; x++ {
					r.step()
					if (x > int(c.Col) || y > i) && s.spare <= 0 {
						break
					}
					s.put(x, y, c.ID)
				}
			}
		}
	}
}

func (s *spanned) put(x, y int, cell dom.ID) {
	row := s.rows[y]
	for len(row) <= x {
		row = append(row, 0)
		s.spare--
	}
	s.columns = max(s.columns, len(row))
	if s.rows[y] = row; row[x] == 0 {
		row[x] = cell
	}
}

// say returns what stands in all places, as text and as Markdown, but for rows and columns in which nothing does. What a cell says is
// repeated as long as that stays in proportion.
func (s *spanned) say(r *Reader) (texts, markdowns [][]string) {
	texts, markdowns = [][]string{}, [][]string{}
	cells, held, bytes := map[dom.ID]*cell{}, make([]bool, s.columns), 0
	for _, row := range s.rows {
		for x, id := range row {
			r.step()
			if id != 0 && cells[id] == nil {
				c := &cell{text: r.text(id), markdown: r.places.text(id, AsCell)}
				cells[id] = c
				bytes += len(c.text) + len(c.markdown)
			}
			held[x] = held[x] || !cells[id].isEmpty()
		}
	}
	repeated := spareBytes + placesPerCell*bytes
	pads := s.columns*len(s.rows) <= sparePlaces+placesPerCell*len(cells)
	for _, row := range s.rows {
		var text, markdown []string
		any := false
		for x := range s.columns {
			r.step()
			if x >= len(row) && !pads {
				break
			}
			if !held[x] {
				continue
			}
			said := cell{}
			if x < len(row) && cells[row[x]] != nil {
				c := cells[row[x]]
				any = any || !c.isSaid && !c.isEmpty()
				said = c.next(&repeated)
			}
			text, markdown = append(text, said.text), append(markdown, said.markdown)
		}
		if any {
			texts, markdowns = append(texts, text), append(markdowns, markdown)
		}
	}
	r.held += bytes + spareBytes + placesPerCell*bytes - repeated
	return texts, markdowns
}

// spareBytes are some bytes more that may be said again.
const spareBytes = 64 << 10

// cell is what a cell says.
type cell struct {
	text, markdown string
	isSaid         bool
}

func (c *cell) isEmpty() bool { return c == nil || c.text == "" && c.markdown == "" }

// next returns what a cell says in the next of its places, of which so many bytes may be said again.
func (c *cell) next(repeated *int) cell {
	size := len(c.text) + len(c.markdown)
	if c.isSaid && size > *repeated {
		return cell{}
	}
	if c.isSaid {
		*repeated -= size
	}
	c.isSaid = true
	return *c
}
