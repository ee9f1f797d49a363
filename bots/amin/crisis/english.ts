/** Everyday English: never read as Arabic in Latin letters, whatever its consonants. */
export const english = `
a about above accept account accounts across actually add address after afternoon again against age ago all almost alone already also always am an and
another answer any anymore anyone anything app apps are area around as ask asked asking at away back bad bank be because bed been before began behind being
believe best better between big bitcoin block blocked boss both boy boyfriend break bring bro brother but buy by call called calling calls came can cannot
cant card care case cash change chat chats check child children clear close clothes come comes coming contact contacts could country couple cousin crazy
create cry crying data date day days dead deal delete deleted did didnt different do does doesnt doing dollars done dont door down dude during each early
easy either else email end enough even ever every everybody everyone everything ex exam explain face facebook fake family fast father feel feeling few file
files find fine first five follow followers following for forget found four free friday friend friends from full funny game gave get gets getting girl
girlfriend give gives giving go god goes going gone gonna good got great group guess guy guys hack hacked hacker had half hand happen happened happening hard
has hate have havent having he hear heard hello help her here hes hey hi high him his hit hold home hope hour hours house how hurry husband i id idea if ill
im image images important in inside instagram instead internet into is isnt it its ive job just keep keeps kept kid kids kind knew know knows last late later
laugh leak leaked leave left less let lets life like link links little live living lol long look looking lose lost lot lots love made mail make makes making
man many married matter may maybe me mean means men message messages met might mind mine minute minutes mom monday money month months more morning most mother
mr much mum must my myself name need needs never new news next nice night no nobody none normal not nothing now number numbers of off office ok okay old on
once one online only open or other our out over own page paid parents part party pay paying payment people person phone photo photos pic pics picture pictures
place plan play please pls point police post posted posting posts private problem profile promise proof public put question quick quickly quite ran read ready
real really reason received remember reply report request right room run sad safe said same sat saturday save saw say saying says scam scammer scared school
screen screenshot screenshots second secret see seen send sending sent set seven several sex share shared she shes shit should show showed shows sick side
since sir sister site six sleep small snap snapchat so social some somebody someone something sometimes son soon sorry sound speak start started stay still
stop story street stress strong student stuff stupid such suddenly sunday sure take taken takes taking talk talked talking team tell telling tells ten test
text texted than thank thanks that thats the their them themselves then there theres these they theyre thing things think thinking this those though thought
threat threaten threatened threatening threatens three through thursday time times tired to today together told tomorrow tonight too took top town tried true
trust try trying tuesday turn two u uncle under understand until up upload uploaded ur us use used user username using very via video videos wait waiting want
wanted wants was wasnt watch water way we web website wednesday week weeks well went were what whatever whats when where which while who whole whos why wife
will with without woman women wont word words work working works world worried worry worse would wouldnt write writing wrong wrote yeah year years yes
yesterday yet you young your youre yours yourself
harder shorter another mother north south matter letter better butter later hitting letting quitting married moment minute mention method
`
