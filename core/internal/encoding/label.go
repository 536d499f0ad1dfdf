package encoding

import (
	"strings"

	"tidemark/core/internal/ascii"
)

// coding is an encoding of the Standard.
//
//tidemark:crossing immutable
type coding struct {
	labels string // each between spaces: https://encoding.spec.whatwg.org/#names-and-labels
	next   scheme //tidemark:trusted a function of this package, which captures nothing
	plain  plain  //tidemark:trusted as next
	number int    // of its index
}

// Those that a document can be in without saying so by a label.
var (
	codingUTF8        = coding{" utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 ", nextUTF8, copyUTF8, noIndex}
	codingWindows1252 = coding{" windows-1252 iso-8859-1 latin1 us-ascii ascii ansi_x3.4-1968 cp1252 cp819 csisolatin1 ibm819 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 x-cp1252 ", nextSingle, copySingle, windows1252}
	codingUTF16LE     = coding{" utf-16le utf-16 csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff ", nextUTF16LE, copyUTF16LE, noIndex}
	codingUTF16BE     = coding{" utf-16be unicodefffe ", nextUTF16BE, copyUTF16BE, noIndex}
	codingReplacement = coding{" replacement csiso2022kr hz-gb-2312 iso-2022-cn iso-2022-cn-ext iso-2022-kr ", nextReplacement, copyNothing, noIndex}
	codingUserDefined = coding{" x-user-defined ", nextUserDefined, copyOnlyASCII, noIndex}
)

var codings = [...]*coding{
	&codingUTF8,
	&codingWindows1252,
	{" windows-1251 cp1251 x-cp1251 ", nextSingle, copySingle, windows1251},
	{" shift_jis csshiftjis ms932 ms_kanji shift-jis sjis windows-31j x-sjis ", nextShiftJIS, copyOnlyASCII, jis0208},
	{" gbk gb2312 chinese csgb2312 csiso58gb231280 gb_2312 gb_2312-80 iso-ir-58 x-gbk ", nextGB18030, copyOnlyASCII, gb18030},
	{" gb18030 ", nextGB18030, copyOnlyASCII, gb18030},
	{" big5 big5-hkscs cn-big5 csbig5 x-x-big5 ", nextBig5, copyOnlyASCII, big5},
	{" euc-jp cseucpkdfmtjapanese x-euc-jp ", nextEUCJP, copyOnlyASCII, jis0208},
	{" euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 ", nextEUCKR, copyOnlyASCII, eucKR},
	{" iso-8859-2 csisolatin2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2 ", nextSingle, copySingle, iso8859_2},
	{" iso-8859-15 csisolatin9 iso8859-15 iso885915 iso_8859-15 l9 ", nextSingle, copySingle, iso8859_15},
	{" windows-1250 cp1250 x-cp1250 ", nextSingle, copySingle, windows1250},
	{" windows-1253 cp1253 x-cp1253 ", nextSingle, copySingle, windows1253},
	{" windows-1254 cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 x-cp1254 ", nextSingle, copySingle, windows1254},
	{" windows-1255 cp1255 x-cp1255 ", nextSingle, copySingle, windows1255},
	{" windows-1256 cp1256 x-cp1256 ", nextSingle, copySingle, windows1256},
	{" windows-1257 cp1257 x-cp1257 ", nextSingle, copySingle, windows1257},
	{" windows-1258 cp1258 x-cp1258 ", nextSingle, copySingle, windows1258},
	{" windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 ", nextSingle, copySingle, windows874},
	{" ibm866 866 cp866 csibm866 ", nextSingle, copySingle, ibm866},
	{" iso-8859-3 csisolatin3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3 ", nextSingle, copySingle, iso8859_3},
	{" iso-8859-4 csisolatin4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4 ", nextSingle, copySingle, iso8859_4},
	{" iso-8859-5 csisolatincyrillic cyrillic iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988 ", nextSingle, copySingle, iso8859_5},
	{" iso-8859-6 arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987 ", nextSingle, copySingle, iso8859_6},
	{" iso-8859-7 csisolatingreek ecma-118 elot_928 greek greek8 iso-ir-126 iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek ", nextSingle, copySingle, iso8859_7},
	{" iso-8859-8 csiso88598e csisolatinhebrew hebrew iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual iso-8859-8-i csiso88598i logical ", nextSingle, copySingle, iso8859_8},
	{" iso-8859-10 csisolatin6 iso-ir-157 iso8859-10 iso885910 l6 latin6 ", nextSingle, copySingle, iso8859_10},
	{" iso-8859-13 iso8859-13 iso885913 ", nextSingle, copySingle, iso8859_13},
	{" iso-8859-14 iso8859-14 iso885914 ", nextSingle, copySingle, iso8859_14},
	{" iso-8859-16 ", nextSingle, copySingle, iso8859_16},
	{" koi8-r cskoi8r koi koi8 koi8_r ", nextSingle, copySingle, koi8R},
	{" koi8-u koi8-ru ", nextSingle, copySingle, koi8U},
	{" macintosh csmacintosh mac x-mac-roman ", nextSingle, copySingle, macintosh},
	{" x-mac-cyrillic x-mac-ukrainian ", nextSingle, copySingle, xMacCyrillic},
	{" iso-2022-jp csiso2022jp ", nextISO2022JP, copyNothing, jis0208},
	&codingUTF16LE,
	&codingUTF16BE,
	&codingReplacement,
	&codingUserDefined,
}

// labelled returns the encoding of a label, nil if it is none.
func labelled(label string) *coding {
	label = strings.Trim(label, ascii.Space)
	if label == "" || strings.ContainsAny(label, ascii.Space) || !isASCII(label) {
		return nil
	}
	label = " " + strings.ToLower(label) + " "
	for _, c := range codings {
		if strings.Contains(c.labels, label) {
			return c
		}
	}
	return nil
}
