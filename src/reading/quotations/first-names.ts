import type { Gender } from './titles.ts'

/**
 * Very common first names whose bearers are nearly all of one gender. Source: the most frequent names of the US Social
 * Security Administration's national name data (public domain), 1930-2000, and general knowledge of common names
 * elsewhere. Names common for both (Leslie, Jordan, Taylor, Kim …) are left out on purpose.
 */
const FEMALE = `
mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty sandra margaret ashley
kimberly emily donna michelle carol amanda melissa deborah stephanie dorothy rebecca sharon laura cynthia amy kathleen
angela shirley brenda emma anna pamela nicole samantha katherine christine helen debra rachel carolyn janet maria
catherine heather diane olivia julie joyce victoria ruth virginia lauren kelly christina joan evelyn judith andrea
hannah megan cheryl jacqueline martha madison teresa gloria sara janice ann kathryn abigail sophia frances jean alice
judy isabella julia grace amber denise danielle marilyn beverly charlotte natalie theresa diana brittany doris kayla
lori marie tiffany tammy crystal erin holly monica vanessa courtney valerie april anne kristen kristin veronica peggy
rosa wendy sally annie hillary hilary ellen phyllis regina connie gail joanne juanita yvonne sheila sylvia erica erika
katie kate cathy kathy jenny jane jill paula rita robin dawn tina tracy stacy stacey claire clara caroline carla
carmen cecilia charlene chelsea christie cindy claudia colleen constance daisy daphne debbie dana dolores edith eileen
elaine eleanor elena elise ella eloise esther eva eve felicia fiona florence gabriela gabrielle gina ginger gladys
glenda greta gretchen gwen gwendolyn harriet hazel heidi hope ida irene iris ivy jan janelle jasmine jeanne jeanette
jenna jessie joanna jodi jody josephine joy juliana juliet june kaitlyn kara karla katrina kaylee kendra kristina
kristine krystal lana leah lena leticia lillian lily lindsay lindsey liz liza lois lorraine louise lucille lucy luisa
lydia lynn lynne mabel madeleine madeline maggie mallory mandy marcia margarita margot marian marianne maribel marissa
marjorie marlene marsha maureen maxine maya melanie melinda mercedes meredith mia michele mildred mindy miranda miriam
misty molly mona muriel myra nadia naomi natasha nina nora norma olga pam patsy patty paulette pauline pearl penelope
penny phoebe polly priscilla rachael ramona renee rhonda roberta rochelle rosalind rose rosemary roxanne ruby sabrina
sadie selena serena shannon sheri sherri sherry shelly sierra sofia sonia sonya stacie stella sue susana suzanne
sylvie tabitha tamara tanya tara tasha teri terri thelma therese tiffani toni tonya tricia trisha ursula vera vicki
vickie vicky viola violet vivian wanda whitney wilma winifred yolanda zoe abby adele adriana agnes aisha alexandra
alexandria alicia alina alison allison alma alyssa amelia anastasia angelica angelina angie anita annette antonia
ariana arlene astrid audrey ava bella bernadette bernice bertha bessie beth bethany betsy bianca bonnie brandi bridget
brooke camila camille candace candice carrie cassandra cassie celeste celia chloe christy fatima giulia ingrid marine
yulia nikki carly loretta sonja svetlana tatiana ekaterina irina ludmila oksana olena natalia nataliya valentina
galina ana ines lucia paola francesca chiara federica giorgia leila layla zahra amina khadija mariam maryam noor priya
anjali sunita sonali mei yuki keiko akiko sakura nicola kirsty gillian imogen philippa pippa siobhan aoife sinead
niamh
`
const MALE = `
james robert john michael david william richard joseph thomas charles christopher daniel matthew anthony mark donald
steven paul andrew joshua kenneth kevin brian george timothy ronald edward jason jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander frank patrick raymond jack dennis jerry
tyler aaron jose adam nathan henry douglas zachary peter kyle ethan walter noah jeremy christian keith roger gerald
harold sean austin carl arthur lawrence joe jesse bryan billy bruce gabriel juan alan albert willie logan wayne ralph
roy eugene randy vincent russell louis philip bobby johnny bradley bill bob jim tim tom charlie alex sid vic walt
harvey gus hank leo theo seb mo mike dave steve ted ben jeff greg ken ron don dan doug rick rob josh matt nick pete
phil ray rich sam stan ned ed fred bernie marco rand chuck mitch mitt ross rudy rupert bret brett brad brent chad
clark clay cliff clifford clint clinton clyde cody colin connor corey cory craig curtis dale damon darrell darren
darryl dean derek derrick devin devon dick dominic duane dustin dwayne dwight earl eddie edgar edmund edwin eli elijah
elliot elliott ellis elmer enrique ernest ernesto ervin evan everett felix fernando floyd forrest francis francisco
franklin freddie frederick garrett gavin gene geoffrey gilbert glen glenn gordon graham grant guy harry hector herbert
herman homer horace howard hubert hugh hugo hunter ian ignacio irving isaac isaiah ivan jaime jake jared jarrod javier
jay jeffery jeremiah jermaine jerome jimmy joel johnnie jon jorge josiah julian julio julius karl kenny kent kirk kurt
lance lee leon leonard leroy lester lewis liam lloyd lonnie lorenzo lou louie lucas luis luke luther lyle mack malcolm
manuel marc marcus mario marshall martin marty marvin mason maurice max maxwell melvin micah michel miguel milton
mitchell morris moses myron nathaniel neil nelson nigel noel norman oliver omar orlando oscar otis owen pablo pedro
percy perry preston rafael ramon randall raul reginald rene rex reuben ricardo ricky robbie roberto roderick rodney
rodolfo rodrigo roland roman ronnie rory ruben rudolph rufus salvador salvatore santiago saul sebastian sergio seth
shane shaun shawn sheldon sherman sidney simon spencer stanley stewart stuart sylvester terrence terry theodore toby
todd tommy tony travis trent trevor troy tyrone vernon victor virgil wade wallace warren wendell wesley wilbur will
willard winston woodrow xavier ahmed ali abdul abdullah mohammed muhammad mohamed mahmoud hassan hussein ibrahim
khalid yusuf avi moshe ariel boris dmitry dmitri sergei sergey mikhail nikolai oleg igor andrei andrey yuri viktor
vitaly vitali pavel jens olaf gerhard helmut wolfgang klaus hans jurgen matthias francois jacques jean-claude nicolas
pierre bernard silvio matteo giuseppe paolo mariano mauricio nestor rahul taro kenji hiroshi wei ming kofi cyril
alexis geert anderson geraldo abraham abe lyndon woody tadeusz andrzej zoltan janez janusz milos antonio jose-maria
giorgio nikos yannis pavlos
`

const GENDERS = new Map<string, Gender>()
for (const name of FEMALE.trim().split(/\s+/)) GENDERS.set(name, 'female')
for (const name of MALE.trim().split(/\s+/)) GENDERS.set(name, 'male')

/** The usual gender of a first name in lower case, or undefined for a rare name or one that both bear. */
export const genderOfFirstName = (lower: string): Gender | undefined => GENDERS.get(lower)
