package metadata

import "strings"

// monthOf returns which month a word names, 0 if none, in the languages that most pages are written in. The names are those of
// https://cldr.unicode.org/, whole and abridged, and in the case that dates have them in.
func monthOf(word string) int {
	if len(word) < 3 || len(word) > 24 {
		return 0
	}
	switch strings.ToLower(word) {
	case "january", "jan", "januar", "jänner", "jän", "janvier", "janv", "enero", "ene", "gennaio", "gen", "janeiro", "januari", "tammikuuta",
		"tammikuu", "stycznia", "styczeń", "января", "янв", "январь", "ocak", "ledna", "leden", "ianuarie", "január", "січня":
		return 1
	case "february", "feb", "februar", "febr", "février", "fév", "févr", "febrero", "febbraio", "fevereiro", "fev", "februari", "helmikuuta",
		"helmikuu", "lutego", "luty", "февраля", "фев", "февраль", "şubat", "února", "únor", "februarie", "február", "лютого":
		return 2
	case "march", "mar", "märz", "mär", "mrz", "maerz", "mars", "marzo", "março", "maart", "mrt", "maaliskuuta", "maaliskuu", "marca", "marzec",
		"марта", "мар", "март", "mart", "března", "březen", "martie", "március", "marts", "березня":
		return 3
	case "april", "apr", "avril", "avr", "abril", "abr", "aprile", "huhtikuuta", "huhtikuu", "kwietnia", "kwiecień", "апреля", "апр", "апрель", "nisan",
		"dubna", "duben", "aprilie", "április", "квітня":
		return 4
	case "may", "mai", "mayo", "maggio", "mag", "maio", "mei", "toukokuuta", "toukokuu", "maja", "maj", "мая", "май", "mayıs", "května", "květen",
		"május", "травня":
		return 5
	case "june", "jun", "juni", "juin", "junio", "giugno", "giu", "junho", "kesäkuuta", "kesäkuu", "czerwca", "czerwiec", "июня", "июн", "июнь",
		"haziran", "června", "červen", "iunie", "június", "червня":
		return 6
	case "july", "jul", "juli", "juillet", "juil", "julio", "luglio", "lug", "julho", "heinäkuuta", "heinäkuu", "lipca", "lipiec", "июля", "июл",
		"июль", "temmuz", "července", "červenec", "iulie", "július", "липня":
		return 7
	case "august", "aug", "août", "aout", "agosto", "ago", "augustus", "augusti", "elokuuta", "elokuu", "sierpnia", "sierpień", "августа", "авг",
		"август", "ağustos", "srpna", "srpen", "augusztus", "серпня":
		return 8
	case "september", "sep", "sept", "septembre", "septiembre", "settembre", "set", "setembro", "syyskuuta", "syyskuu", "września", "wrzesień",
		"сентября", "сен", "сент", "сентябрь", "eylül", "září", "septembrie", "szeptember", "вересня":
		return 9
	case "october", "oct", "oktober", "okt", "octobre", "octubre", "ottobre", "ott", "outubro", "out", "lokakuuta", "lokakuu", "października",
		"październik", "октября", "окт", "октябрь", "ekim", "října", "říjen", "octombrie", "október", "жовтня":
		return 10
	case "november", "nov", "novembre", "noviembre", "novembro", "marraskuuta", "marraskuu", "listopada", "listopad", "ноября", "ноя", "ноябрь",
		"kasım", "listopadu", "noiembrie", "листопада":
		return 11
	case "december", "dec", "dezember", "dez", "décembre", "déc", "diciembre", "dic", "dicembre", "dezembro", "joulukuuta", "joulukuu", "grudnia",
		"grudzień", "декабря", "дек", "декабрь", "aralık", "prosince", "prosinec", "decembrie", "desember", "грудня":
		return 12
	}
	return 0
}
