package rule

import "strings"

// templateParser reads a template. It fails by unwinding with a *TemplateError.
type templateParser struct {
	text string
	at   int
}

// partList collects parts.
type partList struct {
	parts   []Part
	literal []byte
}

func (l *partList) add(part Part) {
	l.end()
	l.parts = append(l.parts, part)
}

// end returns all parts.
func (l *partList) end() []Part {
	if len(l.literal) > 0 {
		l.parts = append(l.parts, Part{Text: string(l.literal)})
		l.literal = nil
	}
	return l.parts
}

// markdown reads all of the template.
func (p *templateParser) markdown() []Part {
	var l partList
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case p.beginsLine() && p.fence(&l):
		case c == '`' && p.code(&l):
		case c == '{':
			p.brace(&l, InText)
		case c == '\\' && p.at+1 < len(p.text):
			p.escape(&l)
		case strings.HasPrefix(p.text[p.at:], "]("):
			l.literal = append(l.literal, "]("...)
			p.at += len("](")
			p.target(&l)
		case c == '<':
			p.tag(&l)
		default:
			l.literal = append(l.literal, c)
			p.at++
		}
	}
	return l.end()
}

func (p *templateParser) beginsLine() bool { return p.at == 0 || p.text[p.at-1] == '\n' }

// escape reads a backslash and what it is before. It goes before a brace, which is none of a placeholder then.
func (p *templateParser) escape(l *partList) {
	if p.text[p.at+1] != '{' {
		l.literal = append(l.literal, '\\')
	}
	l.literal = append(l.literal, p.text[p.at+1])
	p.at += 2
}

// brace reads a placeholder, or a brace that begins none.
func (p *templateParser) brace(l *partList, place Place) {
	name, end := p.placeholder()
	if end == 0 {
		l.literal = append(l.literal, '{')
		p.at++
		return
	}
	part := Part{Place: place}
	switch {
	case name[0] == '@':
		part.Kind, part.Text = Attr, strings.ToLower(name[1:])
	case name == "text":
		part.Kind = Text
	case name == "content" && place == InText:
		part.Kind = Content
	case name == "html" && place == InText:
		part.Kind = HTML
	case name == "content", name == "html":
		p.fail("{text} or {@attribute} within code, an address, a title or a tag")
	default:
		p.fail(`{content}, {text}, {html} or {@attribute}, or \{ for a brace`)
	}
	l.add(part)
	p.at = end
}

// placeholder returns the name between braces and where it ends, 0 where there is none: other languages of templates have braces, too.
func (p *templateParser) placeholder() (name string, end int) {
	length := strings.IndexByte(p.text[p.at:], '}')
	if length < 2 {
		return "", 0
	}
	name = p.text[p.at+1 : p.at+length]
	for i := range len(name) {
		c := name[i]
		letter := c|0x20 >= 'a' && c|0x20 <= 'z'
		if !letter && (i != 0 || c != '@') && (i == 0 || !(c >= '0' && c <= '9' || strings.IndexByte("-_:.", c) >= 0)) {
			return "", 0
		}
	}
	return name, p.at + length + 1
}

// fence reads a fenced code block.
// https://spec.commonmark.org/0.31.2/#fenced-code-blocks
func (p *templateParser) fence(l *partList) bool {
	rest := p.text[p.at:]
	n := run(rest)
	if n < 3 || rest[0] != '`' && rest[0] != '~' {
		return false
	}
	marks := rest[:n]
	info, body, _ := strings.Cut(rest[n:], "\n")
	if marks[0] == '`' && strings.Contains(info, "`") {
		return false
	}
	end := len(body)
	after := len(p.text)
	for at := 0; at < len(body); {
		line, _, _ := strings.Cut(body[at:], "\n")
		if closing := strings.TrimRight(line, " \t"); run(closing) == len(closing) && len(closing) >= n && closing[0] == marks[0] {
			end, after = max(at-1, 0), p.at+n+len(info)+1+at+len(line)
			break
		}
		at += len(line) + 1
	}
	bodyAt := p.at + min(n+len(info)+1, len(rest))
	l.add(Part{Kind: Fence, Text: marks, Info: p.within(p.at+n, p.at+n+len(info), InInfo), Parts: p.within(bodyAt, bodyAt+end, InCode)})
	p.at = after
	return true
}

// run is how often the first byte comes.
func run(s string) int {
	n := 0
	for n < len(s) && s[n] == s[0] {
		n++
	}
	return n
}

// code reads a code span.
func (p *templateParser) code(l *partList) bool {
	rest := p.text[p.at:]
	n := run(rest)
	for at := n; at < len(rest); {
		i := strings.IndexByte(rest[at:], '`')
		if i < 0 {
			break
		}
		at += i
		if length := run(rest[at:]); length == n {
			l.add(Part{Kind: Code, Parts: p.within(p.at+n, p.at+at, InCode)})
			p.at += at + n
			return true
		} else {
			at += length
		}
	}
	l.literal = append(l.literal, rest[:n]...)
	p.at += n
	return true
}

// within reads a part of the template in which everything stands in one place.
func (p *templateParser) within(from, to int, place Place) []Part {
	inner := templateParser{text: p.text[:to], at: from}
	var l partList
	for inner.at < to {
		if inner.text[inner.at] == '{' {
			inner.text = p.text // for the offset of an error
			inner.brace(&l, place)
			inner.text = p.text[:to]
			continue
		}
		l.literal = append(l.literal, inner.text[inner.at])
		inner.at++
	}
	return l.end()
}

// target reads the destination and the title of a link.
func (p *templateParser) target(l *partList) {
	start := p.at
	depth := 0
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '{':
			if _, end := p.placeholder(); end != 0 {
				p.at = end
				continue
			}
		case c == '(':
			depth++
		case c == ')':
			depth--
		}
		if c := p.text[p.at]; depth < 0 || c == ' ' || c == '\n' {
			break
		}
		p.at++
	}
	end := p.at
	if start < end {
		text := p.text[start:end]
		if strings.HasPrefix(text, "<") && strings.HasSuffix(text, ">") {
			l.add(Part{Kind: Address, Parts: p.within(start+1, end-1, InAddress)})
		} else {
			l.add(Part{Kind: Address, Parts: p.within(start, end, InAddress)})
		}
	}
	p.at = end
	if p.at+1 < len(p.text) && p.text[p.at] == ' ' && strings.IndexByte(`"'`, p.text[p.at+1]) >= 0 {
		p.quoted(l, p.at+1, InTitle)
	}
}

// quoted reads text up to and with what is in quotation marks from there on.
func (p *templateParser) quoted(l *partList, mark int, place Place) {
	l.literal = append(l.literal, p.text[p.at:mark+1]...)
	quote := p.text[mark]
	for p.at = mark + 1; p.at < len(p.text); {
		switch c := p.text[p.at]; {
		case c == '{':
			p.brace(l, place)
			continue
		case c == quote:
			l.literal = append(l.literal, c)
			p.at++
			return
		default:
			l.literal = append(l.literal, c)
			p.at++
		}
	}
}

// tag reads < and, if it begins a tag, all of that.
func (p *templateParser) tag(l *partList) {
	l.literal = append(l.literal, '<')
	p.at++
	if p.at == len(p.text) || p.text[p.at]|0x20 < 'a' || p.text[p.at]|0x20 > 'z' || strings.IndexByte(p.text[p.at:], '>') < 0 {
		return
	}
	for p.at < len(p.text) && p.text[p.at] != '>' {
		switch c := p.text[p.at]; c {
		case '"', '\'':
			p.quoted(l, p.at, InTag)
		case '{':
			if _, end := p.placeholder(); end != 0 {
				p.fail("quotation marks around a placeholder in a tag")
			}
			fallthrough
		default:
			l.literal = append(l.literal, c)
			p.at++
		}
	}
}

func (p *templateParser) fail(expected string) {
	panic(&TemplateError{Text: p.text, Offset: p.at, Expected: expected})
}
