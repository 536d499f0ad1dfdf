package html

import (
	"bytes"
	"slices"
	"strings"

	"tidemark/core/internal/dom"
)

// insertDoctype inserts the doctype, and finds out whether it is an old one.
func (p *Parser) insertDoctype() {
	t := &p.token
	d := parseDoctype(p.src[t.dataStart:t.dataEnd], t.end > t.dataEnd)
	p.doc.Quirks = d.quirks()
	if !p.keepComments {
		return
	}
	text := string(dom.AppendLower(nil, d.name))
	if len(d.public)+len(d.system) > 0 {
		text += ` "` + string(d.public) + `" "` + string(d.system) + `"`
	}
	data := p.doc.Decode([]byte(text), dom.NoReferences, dom.ReplaceNUL)
	p.doc.AppendChild(dom.Root, p.doc.NewDecoded(dom.KindDoctype, uint32(t.start), uint32(t.end), data))
}

// quirks reports whether a doctype puts the document into quirks mode.
// https://html.spec.whatwg.org/multipage/parsing.html#the-initial-insertion-mode
func (d *doctypeToken) quirks() bool {
	public, system := strings.ToLower(string(d.public)), strings.ToLower(string(d.system))
	hasPrefix := func(prefix string) bool { return strings.HasPrefix(public, prefix) }
	return d.forceQuirks || !bytes.EqualFold(d.name, []byte("html")) ||
		slices.Contains(quirkyPublic, public) || system == "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd" ||
		slices.ContainsFunc(quirkyPublicPrefixes, hasPrefix) ||
		d.system == nil && (hasPrefix("-//w3c//dtd html 4.01 frameset//") || hasPrefix("-//w3c//dtd html 4.01 transitional//"))
}

var quirkyPublic = []string{"-//w3o//dtd w3 html strict 3.0//en//", "-/w3c/dtd html 4.0 transitional/en", "html"}

var quirkyPublicPrefixes = []string{
	"+//silmaril//dtd html pro v0r11 19970101//",
	"-//as//dtd html 3.0 aswedit + extensions//",
	"-//advasoft ltd//dtd html 3.0 aswedit + extensions//",
	"-//ietf//dtd html 2.0 level 1//",
	"-//ietf//dtd html 2.0 level 2//",
	"-//ietf//dtd html 2.0 strict level 1//",
	"-//ietf//dtd html 2.0 strict level 2//",
	"-//ietf//dtd html 2.0 strict//",
	"-//ietf//dtd html 2.0//",
	"-//ietf//dtd html 2.1e//",
	"-//ietf//dtd html 3.0//",
	"-//ietf//dtd html 3.2 final//",
	"-//ietf//dtd html 3.2//",
	"-//ietf//dtd html 3//",
	"-//ietf//dtd html level 0//",
	"-//ietf//dtd html level 1//",
	"-//ietf//dtd html level 2//",
	"-//ietf//dtd html level 3//",
	"-//ietf//dtd html strict level 0//",
	"-//ietf//dtd html strict level 1//",
	"-//ietf//dtd html strict level 2//",
	"-//ietf//dtd html strict level 3//",
	"-//ietf//dtd html strict//",
	"-//ietf//dtd html//",
	"-//metrius//dtd metrius presentational//",
	"-//microsoft//dtd internet explorer 2.0 html strict//",
	"-//microsoft//dtd internet explorer 2.0 html//",
	"-//microsoft//dtd internet explorer 2.0 tables//",
	"-//microsoft//dtd internet explorer 3.0 html strict//",
	"-//microsoft//dtd internet explorer 3.0 html//",
	"-//microsoft//dtd internet explorer 3.0 tables//",
	"-//netscape comm. corp.//dtd html//",
	"-//netscape comm. corp.//dtd strict html//",
	"-//o'reilly and associates//dtd html 2.0//",
	"-//o'reilly and associates//dtd html extended 1.0//",
	"-//o'reilly and associates//dtd html extended relaxed 1.0//",
	"-//sq//dtd html 2.0 hotmetal + extensions//",
	"-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//",
	"-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//",
	"-//spyglass//dtd html 2.0 extended//",
	"-//sun microsystems corp.//dtd hotjava html//",
	"-//sun microsystems corp.//dtd hotjava strict html//",
	"-//w3c//dtd html 3 1995-03-24//",
	"-//w3c//dtd html 3.2 draft//",
	"-//w3c//dtd html 3.2 final//",
	"-//w3c//dtd html 3.2//",
	"-//w3c//dtd html 3.2s draft//",
	"-//w3c//dtd html 4.0 frameset//",
	"-//w3c//dtd html 4.0 transitional//",
	"-//w3c//dtd html experimental 19960712//",
	"-//w3c//dtd html experimental 970421//",
	"-//w3c//dtd w3 html//",
	"-//w3o//dtd w3 html 3.0//",
	"-//webtechs//dtd mozilla html 2.0//",
	"-//webtechs//dtd mozilla html//",
}
