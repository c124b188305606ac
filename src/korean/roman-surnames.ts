/** Korean surnames in Latin letters: `Lee`, `Rhee`, `Park`. Some are words, too (`Do`, `Sun`, `Won`): alone they prove nothing. */
export const ROMAN_SURNAME =
  /^(?:Kim|Gim|Lee|Yi|Rhee|Park|Pak|Bak|Choi|Choe|Jung|Jeong|Chung|Kang|Gang|Cho|Jo|Yoon|Yun|Jang|Chang|Lim|Im|Han|Oh|Seo|Suh|Shin|Sin|Kwon|Gwon|Hwang|Ahn|An|Song|Ryu|Yoo|Yu|Hong|Jeon|Jun|Ko|Koh|Go|Moon|Mun|Yang|Son|Sohn|Bae|Baek|Paik|Heo|Hur|Huh|Nam|Shim|Sim|Noh|No|Roh|Ha|Kwak|Gwak|Sung|Cha|Joo|Ju|Woo|Koo|Ku|Min|Jin|Ji|Um|Chae|Won|Cheon|Bang|Kong|Hyun|Ham|Byun|Yeo|Do|Seok|Sul|Sun|Gil|Yeon|Wi|Pyo|Myung|Ki|Ban|Wang|Keum|Ok|Yook|Maeng|Je|Mo|Tak|Kook|Eun|Namgung|Hwangbo|Jegal|Sagong|Seonwoo)$/i;

/** `@Lee`, `@Kim.Seoyeon`, `@Seoyeon Kim`: somebody is called, whoever it is. */
export const looksCalled = (words: string): boolean => words.split(/[ ._-]+/).some((word) => ROMAN_SURNAME.test(word));
