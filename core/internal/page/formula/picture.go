package formula

import (
	"net/url"
	"strings"

	"tidemark/core/internal/ascii"
	"tidemark/core/internal/dom"
)

// services are what the addresses of images have in them that draw the TeX which follows.
var services = [...]struct {
	name    string
	isQuery bool // a plus sign is a space
}{
	{"latex.codecogs.com/", false},
	{"latex.php?latex=", true},    // WordPress.com
	{"/equation?tex=", true},      // Zhihu
	{"/render/math?math=", true},  // GitHub, formerly
	{"latex.csdn.net/eq?", false}, // CSDN
	{"cht=tx&chl=", true},         // Google Charts
	{"i.upmath.me/svg/", false},
	{"math.now.sh?from=", true},
	{"math.now.sh/?from=", true},
	{"math.vercel.app?from=", true},
	{"math.vercel.app/?from=", true},
}

// ofPicture finds the formulas that are images: by what made them, or by the service that draws them.
func (f *Finder) ofPicture(id dom.ID) Formula {
	is, alt, src := f.classesOf(id), f.doc.Value(id, dom.AttrAlt), f.doc.Value(id, dom.AttrSrc)
	tex, display := alt, false
	switch {
	case strings.HasPrefix(alt, "LaTeX: ") && f.doc.Has(id, dom.AttrSrc): // Canvas
		tex = alt[len("LaTeX: "):]
	case is&(pictureClass|mathClass) != 0 && alt != "":
	case isDelimited(alt) && (alt[0] == '\\' || isNumbered(src)):
	case alt != "" && f.isInSphinxMath(id) && strings.Contains(src, "images/math/"):
		display = true
	default:
		drawn := drawnTeX(src)
		if drawn == "" {
			return Formula{}
		}
		if !looksLikeTeX(alt) {
			tex = drawn
		}
	}
	return Formula{Source: Value, Value: tex, Display: display || is&displayClass != 0 || isDisplayedTeX(alt), wiki: true}
}

// isInSphinxMath reports whether an image is a displayed formula of sphinx.ext.imgmath.
func (f *Finder) isInSphinxMath(img dom.ID) bool {
	parent := f.doc.Node(f.doc.Node(img).Parent).Parent
	return f.doc.Is(parent, dom.TagDiv) && f.classesOf(parent)&mathClass != 0
}

// isDelimited reports whether text is TeX between delimiters. LaTeX2HTML has dollars around it.
func isDelimited(alt string) bool {
	if alt == "" || alt[0] != '$' && alt[0] != '\\' {
		return false
	}
	for _, d := range [...][2]string{{"$", "$"}, {`\(`, `\)`}, {`\[`, `\]`}, {`\begin{`, "}"}} {
		if len(alt) > len(d[0])+len(d[1]) && strings.HasPrefix(alt, d[0]) && strings.HasSuffix(alt, d[1]) {
			return true
		}
	}
	return false
}

// isDisplayedTeX reports whether TeX has the delimiters of a displayed formula around it, or is an environment.
func isDisplayedTeX(alt string) bool {
	return strings.HasPrefix(alt, "$$") || strings.HasPrefix(alt, `\[`) || strings.HasPrefix(alt, `\begin{`)
}

// isNumbered reports whether the name of a file is one that LaTeX2HTML gives: img12.png.
func isNumbered(src string) bool {
	name := src[strings.LastIndexByte(src, '/')+1:]
	number, ok := strings.CutPrefix(name, "img")
	number, _, _ = strings.Cut(number, ".")
	return ok && number != "" && strings.Trim(number, "0123456789") == ""
}

// drawnTeX returns the TeX that an address has a service draw, or nothing.
func drawnTeX(src string) string {
	if strings.IndexByte(src, '?') < 0 && !strings.HasPrefix(src, "https://i.upmath.me/") {
		return texInPath(src)
	}
	for _, s := range services {
		_, tex, ok := strings.Cut(src, s.name)
		if !ok {
			continue
		}
		if s.isQuery {
			tex, _, _ = strings.Cut(tex, "&")
			tex = strings.ReplaceAll(tex, "+", "%20")
		} else if strings.HasSuffix(s.name, "/") && strings.Contains(s.name, "codecogs") {
			_, tex, _ = strings.Cut(tex, "?") // after svg.image or gif.latex
		}
		if decoded, err := url.PathUnescape(tex); err == nil {
			tex = decoded
		}
		return cutSettings(codeCogs.Replace(tex))
	}
	return ""
}

// texInPath returns the TeX that an address ends in, as others have it that draw formulas: a command with an escaped backslash.
func texInPath(src string) string {
	if strings.IndexByte(src, '%') < 0 { // as nearly always
		return ""
	}
	last := src[strings.LastIndexByte(src, '/')+1:]
	command, ok := strings.CutPrefix(last, "%5C")
	if !ok || command == "" || !ascii.IsLetter(command[0]) {
		return ""
	}
	tex, err := url.PathUnescape(last)
	if err != nil {
		return ""
	}
	return tex
}

// codeCogs are the names that CodeCogs has for what an address cannot hold.
var codeCogs = strings.NewReplacer("&space;", " ", "&plus;", "+")

// cutSettings takes away how CodeCogs is to draw what follows.
func cutSettings(tex string) string {
	for {
		tex = strings.TrimLeft(tex, " ")
		switch {
		case strings.HasPrefix(tex, `\dpi{`), strings.HasPrefix(tex, `\bg{`):
			_, rest, ok := strings.Cut(tex, "}")
			if !ok {
				return tex
			}
			tex = rest
		case strings.HasPrefix(tex, `\bg_`), strings.HasPrefix(tex, `\fn_`), strings.HasPrefix(tex, `\inline`):
			_, rest, ok := strings.Cut(tex, " ")
			if !ok {
				return tex
			}
			tex = rest
		default:
			return tex
		}
	}
}
