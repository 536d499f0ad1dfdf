package weburl

import (
	"net/url"
	"strings"
)

// Resolve makes a relative address absolute, if it is known relative to what. A mere fragment stays: what it points to is in
// the Markdown too.
func Resolve(base *url.URL, address string) string {
	if base == nil || strings.HasPrefix(address, "#") {
		return address
	}
	if resolved, ok := resolvePlain(base, address); ok {
		return resolved
	}
	u, err := url.Parse(address)
	if err != nil {
		return address
	}
	return base.ResolveReference(u).String()
}

// resolvePlain resolves nearly all addresses: a path in which nothing is escaped and no part is "." or "..", on a host with a name. Those it only
// has to put behind what they are relative to. It returns false for the others.
func resolvePlain(base *url.URL, address string) (string, bool) {
	if base.Scheme == "" || base.Host == "" || base.User != nil || base.Opaque != "" || endOfPlain(base.Host) < len(base.Host) {
		return "", false
	}
	directory := ""
	if !strings.HasPrefix(address, "/") {
		if directory = base.Path[:strings.LastIndexByte(base.Path, '/')+1]; !strings.HasPrefix(directory, "/") || base.RawPath != "" || !isPlainPath(directory) {
			return "", false
		}
	}
	end := endOfPlain(address)
	if end == 0 || strings.HasPrefix(address, "//") || !isPlainPath(address[:end]) || address[0] == '.' || !isPlainEnd(address[end:]) {
		return "", false
	}
	return base.Scheme + "://" + base.Host + directory + address, true
}

// isPlainPath reports whether a path is written as it is, and none of its parts begins with a dot.
func isPlainPath(path string) bool {
	return endOfPlain(path) == len(path) && !strings.Contains(path, "/.")
}

// isPlainEnd reports whether what follows a path is nothing, or a query or a fragment that is written as it is.
func isPlainEnd(end string) bool {
	if strings.HasPrefix(end, "?") {
		i := 1
		for i < len(end) && end[i] > ' ' && end[i] < 0x7f && end[i] != '#' {
			i++
		}
		end = end[i:]
	}
	return end == "" || end[0] == '#' && len(end) > 1 && endOfPlain(end[1:]) == len(end)-1
}

// endOfPlain returns where the first byte of an address stands that may mean something, or be written in another way.
func endOfPlain(address string) int {
	for i := range len(address) {
		switch c := address[i]; {
		case 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9', c == '-', c == '.', c == '_', c == '~', c == '/':
		default:
			return i
		}
	}
	return len(address)
}
