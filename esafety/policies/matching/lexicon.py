"""Word fields of school policies: many words for one thing, so that an unseen wording still finds its subject."""

from __future__ import annotations

import re

FIELDS: dict[str, str] = {
    # who
    "pupil": r"pupils?|child(?:ren)?|students?|learners?|young (?:people|persons?)|youngsters?|classmates?|minors?|boys?|girls?",
    "staff": r"staff|teachers?|employees?|colleagues?|teaching assistants?|volunteers?|trainees?|school representatives?|"
    r"adults? (?:who )?(?:work|within|in (?:the )?school|employed)\w*|practitioners?|supply|contractors?|workforce",
    "parent": r"parents?|carers?|famil(?:y|ies)|guardians?|mums?|dads?|mothers?|fathers?|stakeholders?|grandparents?|households?|"
    r"your (?:child|son|daughter)\w*|their child(?:ren)?'?s?",
    "governor": r"governors?|governing (?:body|bodies|board)|trustees?|the board|chair of",
    "lead": r"headteacher|the head|heads|deputy|dsl|safeguarding lead|designated (?:lead|safeguarding|person|"
            r"child)\w*|senior (?:leader|leadership|"
    r"management|member|teacher)\w*|slt|coordinator|co-ordinator|e?safety (?:lead|leader|officer)|computing "
    r"lead|technician|network manager",
    "me": r"i|i'll|i'm|my|me|mine",
    "us": r"we|our|us|we'll|we're",
    "you": r"you|your|you'll",
    "school": r"the school|school|schools|federation|trust|academy",
    "trusted": r"trusted adult|an adult|adults? (?:i|they|you) trust|grownup|responsible adult|someone (?:i|"
               r"they|you) trust|a teacher|my teacher|"
    r"their teacher|parents? or (?:a )?teacher|childline|ceop|helplines?|worry (?:box|button|monster)s?|"
    r"somebody i trust|member of staff",
    "outsider": r"police|authorit(?:y|ies)|lado|local authority|social (?:care|services|worker)|agenc(?:y|"
                r"ies)|solicitor|legal advice|courts?|"
    r"human resources|hr|provider|host|platform|children's services|union|professional association",
    # things
    "phone": r"mobiles?|phones?|smartphones?|smartwatch(?:es)?|watch(?:es)?|handsets?|wearables?|sim|airdrop|"
             r"bluetooth|headphones|e-?readers?|hotspot",
    "own-device": r"(?:personal(?:ly)?(?: owned)?|own|private|home) (?:mobile |electronic |digital |handheld "
                  r")?(?:devices?|phones?|equipment|cameras?|"
    r"tablets?|laptops?|handsets?|mobiles?)|from home|bring your own|byod|brought in(?:to)?",
    "school-kit": r"(?:school(?:'s|s)?|work) (?:\w+ )?(?:computers?|laptops?|ipads?|tablets?|equipment|"
                  r"devices?|machines?|systems?|network|ict|hardware|"
    r"technolog(?:y|ies)|cameras?|internet|resources|server|wifi|email|kit|drive|chromebooks?)|ict "
    r"(?:equipment|facilities|systems?|resources)|"
    r"equipment (?:belonging to|owned by|provided by|of)",
    "network": r"networks?(?! sites?)|servers?|wifi|bandwidth|prox(?:y|ies)|vpns?|firewalls?|anti-?virus|"
               r"virus (?:protection|software)|back(?:ed)?[- ]?ups?|"
    r"software|install\w*|programs?|programmes? on|usb|memory sticks?|removable|pen drives?|hard(?:ware| "
    r"drive)|cables?|printers?|print\b|folders?|"
    r"files?|systems?",
    "computer": r"computers?|laptops?|ipads?|tablets?|chromebooks?|ict|machines?|equipment|devices?|keyboard|headsets?|consoles?",
    "monitored": r"monitor(?:ed|ing|s)?|logged|intercept\w*|can see (?:what|which)|inspect\w*|may be (?:read|"
                 r"checked|examined|viewed)|check my|tracked",
    "bypass": r"bypass\w*|get(?:ting)? (?:round|around|past)|circumvent\w*|disabl\w*|hack\w*|unauthori[sz]ed|"
              r"tamper\w*|alter\w* (?:settings|files)|"
    r"change settings|without (?:first )?(?:asking|permission of the technician)",
    "image": r"photo(?:graph)?(?:s|ed|y|ing|ic)?|photographer|pictures?|images?|videos?|film(?:s|ed|ing)?(?! "
             r"certificate)|cameras?|footage|recordings?|"
    r"record(?:ed|ing)? (?:images?|lesson|meeting|someone|others|people|a )|selfies?|livestream\w*|live[- "
    r"]stream\w*|deepfakes?|portraits?|snaps?",
    "taking": r"tak(?:e|es|ing|en)|film(?:ed|ing)?|photograph(?:ed|ing)?|record(?:ed|ing)?|captur\w*|shar(?:e|"
              r"es|ed|ing)|post(?:s|ed|ing)?|upload\w*|"
    r"publish\w*|distribut\w*|forward\w*|pass(?:ing|ed)? on|tag(?:s|ged|ging)?|put(?:ting)?|send(?:ing)?|sent|stream\w*",
    "others-child": r"other (?:people|children|pupils?|famil\w*|parents?)(?:'s|s')?|(?:another|someone|"
                    r"somebody)(?: else)?(?:'s)? (?:child|family)?|"
    r"own child(?:ren)?|(?:as well as|than) their own|other than|of (?:my )?friends?|anyone|anybody|of others|"
    r"of pupils|of children|of staff",
    "event": r"events?|plays?|concerts?|sports? days?|nativit\w*|assembl(?:y|ies)|performances?|celebrations?|"
             r"gala|trips?|visits?|residentials?",
    "undressed": r"nudes?|semi-?nudes?|naked|intimate|no clothes|rude pictures?|upskirt\w*|sexting|youth[- "
                 r"]produced|changing (?:rooms?|areas?)|toilets?",
    "consent": r"consent\w*|permission forms?|written permission|give permission|photo permission|opt(?:ed)? "
               r"out|withdraw\w*|withheld|permission (?:from|of) (?:a )?"
    r"parents?|permission list|parents? (?:have |has )?agreed|yes from",
    "permission": r"permission|permitted|allowed|agree(?:d|ment)|leave of|ask(?:ing|ed|s)? (?:first|before)|"
                  r"say-so|authori[sz]ed|approved",
    "publish": r"newsletters?|prospectus|brochures?|publicity|press|newspapers?|displays?|local paper|"
               r"marketing|school(?:'s)? (?:website|page)|television|website",
    "social-media": r"socialmedia|facebook|twitter|instagram|tiktok|snapchat|whatsapp|youtube|messenger|"
                    r"linkedin|blogs?|blogging|forums?|wikis?|"
    r"microblogging|posts? on x\b|threads|bebo|msn|myspace|apps?|online|internet|sites?",
    "message": r"messag(?:e|es|ing)|texts?|texting|emails?|chat(?:s|ting)?|comments?|remarks?|posts?|"
               r"posting(?:s)?|statements?|replies|reply",
    "game": r"gam(?:e|es|ing|er|ers)|fortnite|roblox|minecraft|consoles?|xbox|playstation|players?",
    # subjects
    "age": r"age (?:limits?|ratings?|restrictions?|requirements?|labels?|advice)|minimum age|under[- ]?age\w*|"
           r"under (?:the age|0|thirteen|sixteen|0s)|thirteen|"
    r"sixteen|age of 0|0 (?:years|certificate)|years of age|0 or over|over 0s?|too young|old enough|older "
    r"users|my age|their age|right age|how old|"
    r"i am older|pegi|bbfc|certificates?|rated|ratings?|birth ?dates?|date of birth|for older|members? to be|"
    r"joining age|age rules?|needs? to be 0",
    "abuse": r"abus\w*|offensive\w*|defam\w*|libel\w*|slander\w*|malicious\w*|racis\w*|sexis\w*|homophob\w*|"
             r"threat\w*|rude\w*|derogator\w*|insult\w*|unkind\w*|"
    r"nasty|hurt\w*|discriminat\w*|hate\w*|hatred|obscen\w*|negative|untrue|false|gossip|rumours?|disparag\w*|"
    r"swear\w*|bad language|mock\w*|cruel\w*|"
    r"accus\w*|allegations?|critici\w*|disrespect\w*|inflammatory|aggressive|strong language|inappropriate "
    r"(?:language|comments?|remarks?|posts?)|vile|fictitious|"
    r"impolite|upset (?:someone|anyone|others|people)|make fun|offen[cs]e|violence",
    "kind": r"kind(?:ly|ness)?|polite\w*|respect(?:ful|fully|s|ing)?|courte\w*|considerate|consideration|"
            r"sensibl\w*|manners|netiquette|friendly|responsible|"
    r"feelings|free(?:dom of)? (?:speech|expression)|different opinions|constructive|treat (?:others|each|"
    r"people)|rights and feelings",
    "bully": r"cyberbull\w*|bull(?:y|ies|ied|ying)|harass\w*|troll\w*|intimidat\w*|humiliat\w*|torment\w*|"
             r"retaliat\w*|victims?|banter|leav\w* (?:\w+ )?out|"
    r"exclud\w* (?:\w+ )?from|pile-ons?|impersonat\w*|stalk\w*|bystanders?|upstander|peer[- ]on[- ]peer|"
    r"targeted|picked? on|mean to|over and over",
    "evidence": r"evidence|screen(?:shot|print|grab)s?|keep (?:a |the )?(?:record|messages?|copy|copies|all "
                r"records)|save (?:the )?(?:messages?|it|evidence|proof)|"
    r"not delet\w*|not reply|never reply|not (?:answer|respond)|willnot (?:reply|answer|respond)|without "
    r"(?:reply|answer|respond)ing",
    "block": r"block(?:s|ed|ing)?(?! sites?)",
    "personal": r"personal (?:and \w+ )?(?:information|details?|data)|private (?:information|details?|"
                r"matters)|(?:home )?address(?:es)?|phone numbers?|telephone(?: numbers?)?|"
    r"surnames?|full names?|last names?|where i live|where (?:they|you) live|where i go|whereabouts|location|"
    r"identity (?:theft|fraud)|data protection|gdpr|"
    r"personal data|sensitive (?:data|information)|encrypt\w*|confidential data|contact details|names? of "
    r"(?:pupils|children)|pupils?'? names?|birthdays?|"
    r"hobbies|identif(?:y|ies|iable|ying)|uniform|privacy notice|date of birth|holiday",
    "own-contact": r"(?:personal|private|own|home) (?:mobile |email |phone |telephone |contact |mobile phone "
                   r")?(?:numbers?|email(?: address(?:es)?)?|details|contacts?|"
    r"address(?:es)?)|contact details|mobile numbers?",
    "password": r"passwords?|passcodes?|login|logins|logout|usernames?|log[- ]?in details|pins?|two-(?:step|"
                r"factor)|credentials|accounts? of others|signed in|"
    r"access codes?|other users?'? accounts?|unattended|lock (?:the |my |their )?screens?|someone else's (?:account|name)",
    "stranger": r"strangers?|unknown|not (?:really )?know|never met|only (?:ever )?met|met online|i know(?: "
                r"in)?|people i know|know in real life|groom\w*|predator\w*|"
    r"pretend\w*|not who they say|befriend\w*|exploit\w*|online friends?|approved (?:by|of)|new friends|whom "
    r"they do not know|unwanted contact|real life",
    "meet": r"meet(?:s|ing|ings)? (?:up|anyone|someone|people|in person|a|an|with|them|face)|arrang\w* (?:to "
            r"meet|a meeting)|to meet|meet up|face[- ]to[- ]face",
    "tell": r"tell(?:s|ing)?|told|report(?:s|ed|ing)?|speak(?:ing)? (?:to|up|out)|talk(?:ing)? to|inform(?:s|"
            r"ed)?|show(?:s|n)? (?:it )?(?:to )?(?:a|an|my|the)|"
    r"let (?:an?|someone|us|somebody|my)\w*|ask(?:s|ing)? for help|seek help|turn to|go to an?|get help|disclos\w*|fetch",
    "upset": r"upset\w*|uncomfortable|worr(?:y|ied|ies|ying)|unhappy|scar(?:ed|es|y)|frighten\w*|sad|unsafe|"
             r"not like|don't like|discomfort|distress\w*|feel(?:s|ing)?|"
    r"concern(?:s|ed)?|nasty|unpleasant|bother\w*|troubl\w*|wrong|unsure|not sure|uneasy|funny tummy|tummy",
    "content": r"inappropriate (?:material|content|sites?|websites?|images?|web)|unsuitable|illegal|unlawful|"
               r"pornograph\w*|indecent|violen\w*|extremis\w*|terroris\w*|"
    r"radicali\w*|filter(?:s|ed|ing)?|safe ?search|search engines?|search(?:es|ing)?|gambling|harmful|adult "
    r"(?:material|content|sites?)|explicit|graphic|self-harm|"
    r"suicide|drugs|offensive material|unpleasant|websites?|webpages?|browse\w*|browsing|age-appropriate|"
    r"suitable|preview\w*|prevent duty|blocked",
    "filter": r"filter(?:s|ed|ing)?|safe ?search|blocked|unblock\w*|block(?:s|ing)? (?:sites?|websites?|"
              r"harmful|inappropriate|access|material)|child[- ]friendly",
    "privacy": r"privacy (?:settings?|levels?|controls?)|settings?|profiles?|private|footprint|who (?:can|is "
               r"able|is allowed|will|may) (?:see|to|view|read)|"
    r"public(?:ly)?|permanen\w*|for ?ever|never (?:go|goes) away|stay there|lose control|take (?:it|them) "
    r"back|future|employers?|reputation|webcams?|"
    r"think before|before (?:i|you|they) (?:post|click|send|share)|friends only|restrict access|copied|"
    r"digital|embarrass\w*|come back|years to come|delet\w*",
    "copyright": r"copyright\w*|plagiari\w*|licen[cs]e[ds]?|intellectual property|acknowledg\w* (?:the |their "
                 r"|where |sources?|its )|credit\w*|own work|other people'?s work|"
    r"others'? work|copy(?:ing)? (?:work|text|and past\w*|from)|pirate\w*|owner of|cheat\w*|my own words|"
    r"original work|pass(?:ed|ing)? off|someone else's work|"
    r"source(?:s)? of|belong(?:s)? to someone|own words|malpractice|as (?:my|their|ones|one's) own|peer-to-peer|stealing",
    "ai": r"ai|chatgpt|chatbots?|copilot|gemini|generated|robots?",
    "screen-time": r"screentime|screen ?time|time (?:on|online|spent)|balanc\w*|sleep\w*|bed(?:room|rooms|"
                   r"time)?|breaks?|excessive\w*|addict\w*|wellbeing|well-being|"
    r"mental health|too (?:much|long)|limits?|late at night|midnight|notifications?|loot boxes?|in-app|"
    r"spend(?:ing)?|buy(?:ing)?|purchases?|body image|self-esteem|"
    r"mealtimes?|overnight|scroll\w*|persuasive|posture|health\w*|tired|switch off|compar\w*|attention|moderation",
    "reliable": r"true|accura\w*|reliab\w*|trustworth\w*|trust(?:ed)?|fake|misinformation|disinformation|"
                r"fact(?:s)?|bias\w*|critical\w*|evaluat\w*|verif\w*|validat\w*|sources?|"
    r"believe|hoax\w*|adverts?|advertis\w*|scams?|phishing|spam|junk|chain|attachments?|links?|hyperlinks?|"
    r"pop[- ]?ups?|viruses|virus|malware|suspicious|"
    r"influencers?|conspirac\w*|wary|too good|click(?:s|ing)?|check (?:facts|it|that)|opinion|misleading|"
    r"tricks?|sceptical|cyber security",
    "supervise": r"supervis\w*|monitor\w*|parental controls?|overs(?:ee|ight)\w*|at home|talk(?:ing)? (?:to|"
                 r"with|about)|discuss\w*|set(?:ting)? (?:up|limits|rules|a good)|"
    r"aware of what|take an interest|role models?|example|guid(?:e|ance)|encourage\w*|explain\w*|support\w*|"
    r"workshops?|shared room|family room|responsible for|"
    r"family (?:agreement|rules)|internet matters|nspcc|know what|check (?:your|their)",
    "concern": r"concerns?|complain\w*|complaints?|grievances?|issues?|problems?|quer(?:y|ies)|questions?|"
               r"dissatisf\w*|unhappy|worr(?:y|ies)|disagree\w*|frustrations?|"
    r"something on your mind|matters?",
    "channel": r"official|appropriate channels?|channels?|complaints? (?:procedure|policy|process)|formal\w*|"
               r"class teacher|appointment|office|in person|directly|"
    r"privately?|newsletters?|letters?|portal|text(?:s)? (?:service|messages?)|parentmail|communicat\w*|"
    r"website|contact (?:the )?school|speak to|meeting|"
    r"chair of governors|procedures?|route|resolve\w*|telephone|ring|answered|enquir\w*|in confidence|working (?:hours|days)",
    "confidential": r"confidential\w*|sensitive|disclos\w*|discuss\w*|business-sensitive|closed meetings?",
    "repute": r"disrepute|reputation\w*|good name|discredit|logo|crest|badge|name of the school|school(?:'s|"
              r"s)? name|professional\w*|conduct|employer|public confidence|"
    r"standing|integrity|own (?:views|opinions)|on behalf of|speak for|represent\w*|endorse\w*|misconduct|"
    r"high standards|ambassadors?|suitability|drunk|"
    r"misinterpret\w*|misunderst\w*|motivation",
    "boundary": r"boundar(?:y|ies)|professional (?:distance|relationship|capacity|level|tone|manner)|"
                r"friend(?:s|ed|ing|ship|ships)?(?: requests?)?|follow(?:er|ers|ing)?|befriend\w*|"
    r"accept(?:ing|ed)?|invit(?:e|es|ing|ation|ations)|social contact|private(?:ly)? (?:contact|message|"
    r"messages|messaging)|contact with|one[- ]to[- ]one|expupil\w*|"
    r"transparent|scrutiny|communicat\w* with|engage in|personal (?:messages|relationship|account|accounts|socialmedia)|approach",
    "incident": r"incidents?|breach(?:es|ed)?|sanctions?|disciplin\w*|dismiss\w*|investigat\w*|consequence\w*|"
                r"misuse|warnings?|suspen\w*|exclu(?:sion|ded)|logged|"
    r"recorded|record of|referr\w*|take(?:n)? down|remov\w*|legal action|failure to|fail to|withdraw\w* (?:of "
    r")?access|loss of|lose (?:my|access|the use)|"
    r"dealt with|action (?:may|will|being|could|taken)|break(?:s|ing)? (?:the|these|this|of)|broken|"
    r"follow(?:ed)? up|police|ban(?:ned|s)?|court|prosecut\w*|"
    r"offen[cs]es?|tolerated|seriously|criminal|injunction|gross|meet(?:ing)? with",
    "governance": r"polic(?:y|ies)|review(?:ed|s)?|annual(?:ly)?|every (?:year|two years|term)|training|"
                  r"trained|induction|curriculum|taught|teach(?:es|ing)?|lessons?|"
    r"assembl(?:y|ies)|scheme of work|pshe|aims?|objectives?|purpose|scope|appl(?:y|ies|icable)|act\b|"
    r"legislation|law|guidance|statutory|kcsie|read and|understood|"
    r"sign(?:ed|ing|ature)?|agreement|responsib(?:le|ility|ilities) for|conjunction|alongside|aware|approv\w*|"
    r"adopted|ratified|posters?|displayed|handbook|code of conduct|"
    r"educat\w*|programme|workshops?|risk assess\w*|procedures|expectations|principles|embed\w*|audit\w*|"
    r"document|safer internet day|consult\w*|report(?:s)? to|liais\w*",
    "law": r"act|acts|legislation|law|legal|lawful\w*|regulations?|gdpr|equalit\w*|human rights|freedom of "
           r"information|offence|crime|criminal|illegal|statutory",
    "definition": r"refers? to|means?|defined as|definition|includ(?:e|es|ing)|such as|for example|examples?|"
                  r"e\.g\.|not exhaustive|not limited to|known as|purposes? of this|"
    r"term|i\.e\.|encompass\w*|describes?",
    "background": r"increasing\w*|widely|part of (?:everyday|daily|our|the|life)|today'?s|modern|society|"
                  r"opportunit\w*|benefits?|powerful|enhance\w*|exciting|integral|technolog(?:y|ies)|"
    r"world|recogni[sz]e[sd]?|acknowledge[sd]?|lives|many (?:people|adults|parents|staff)|popular|valuable|"
    r"positive|potential|risks?|dangers?|role|changed|"
    r"vision|values?|ethos|mission|believe|faith|god|jesus|learning|minority|unfortunately",
    # how
    "must": r"must|shall|required|will|expected|have to|has to|need to|needs to|always|never|ensure\w*|make sure",
    "not": r"not|never|no|willnot|prohibited|forbidden|unacceptable|banned|refrain|avoid\w*|without|nor|neither|strictly",
    "should": r"should|ought|advis(?:e|ed)|recommend\w*|encourag\w*|asked|please|request\w*|urged|remind\w*|"
              r"careful|caution\w*|cautious",
}  # fmt: skip

_PATTERNS = {name: re.compile(rf"(?<![a-z])(?:{pattern})(?![a-z])") for name, pattern in FIELDS.items()}
_NUMBER = re.compile(r"\d+")


def fields_in(plain_text: str) -> dict[str, int]:
    """Which word fields a plain text touches, and how often."""
    text = _NUMBER.sub("0", plain_text)
    found = {name: len(pattern.findall(text)) for name, pattern in _PATTERNS.items()}
    return {name: count for name, count in found.items() if count}


def words_of(field: str, plain_text: str) -> list[str]:
    """The words of the text that belong to a field, in reading order, each once."""
    return list(dict.fromkeys(match.group(0) for match in _PATTERNS[field].finditer(plain_text)))
