"""The labelling rules of the catalogue as patterns over a plain text (see words.plain for its one spelling).

Each rule: the expectation, what it adds to the logarithm of its score, and the pattern. The weights are by hand;
the comparison in docs/decisions says what the rules gain.
"""

from __future__ import annotations

_STAFF = r"(?:staff|teachers?|employees?|adults?|colleagues?|volunteers?|governors?|school representatives?|anyone working)"
_PUPIL = r"(?:pupils?|child(?:ren)?|students?|young (?:people|persons?)|expupils?)"
_IMAGE = r"(?:photo\w*|pictures?|images?|videos?|film\w*|footage|recordings?)"
_GRAVE = r"(?:breach\w*|incidents?|misuse|broken? the|fail(?:ure|s|ing)? to|allegations?|offen[cs]es?|violation)"
_PAGE = r"(?:the |our |school(?:'s)? )(?:page|account|feed|official|facebook|twitter|socialmedia)"
_TELLS_SCHOOL = r"^(?:i|we)(?:'ll| will| shall)? (?:inform|tell|let|contact|alert) (?:the |my child's )?school\b"
_YEAR = r"(?:19|20)\d\d\b"

RULES: tuple[tuple[str, float, str], ...] = (
    # What happens after a breach
    ("incident-response", 1.2, rf"{_GRAVE}.{{0,80}}\b(?:will|may|can|could|must|should|are|is|result|lead)\b"),
    ("incident-response", 1.0, (r"\b(?:disciplinary|dismissal|sanctions?|suspen(?:d|sion)\w*|gross misconduct|"
                               r"legal (?:action|advice|redress)|prosecut\w+|injunction)\b")),
    ("incident-response", 1.0, (r"\b(?:police|lado|designated officer|local authority|human resources|host|"
                               r"provider)\b.{0,60}\b(?:inform|contact|refer|report|rung|involv|advice|told|"
                               r"complain)\w*")),
    ("incident-response", 1.0, (r"\b(?:inform|contact|refer|report|involv)\w*\b.{0,50}\b(?:police|lado|"
                               r"designated officer|host|provider|authorities|outside agencies|hr)\b")),
    ("incident-response", 0.9, r"\b(?:investigat|log)(?:ed|e|ion|ing)\b(?! in)(?!.{0,30}\bnetwork)"),
    ("incident-response", 0.9, (r"\b(?:the school|headteacher|the head|we|schools?)\b.{0,40}\b(?:will|may|can|"
                               r"could|has|have)\b.{0,40}\b(?:remov\w+|tak(?:e|en) down|deal\w* with|act\b|"
     r"investigat\w+|block or|ban\b|writ(?:e|ing) (?:formally|to)|warn\w*|ask for (?:it|them)|contact the|"
     r"refus\w+|withdraw\w*|suspend\w*)")),
    ("incident-response", 0.8, (r"\b(?:asked|expect\w*|request\w*) to (?:remove|delete|take)|ask(?:ed)? (?:for|"
                               r"to) .{0,40}(?:removal|withdrawn|be removed)|removal of (?:the )?(?:content|"
                               r"post|information|material|access)")),
    ("incident-response", 0.8, (r"\b(?:warning|attend a meeting|loss of access|lose (?:my|access|the)|"
                               r"withdrawal of|switched off|taken away from me|parents? (?:will|may) be "
                               r"(?:told|informed|contacted))\b")),
    ("incident-response", 0.7, r"^if (?:i|a parent|a pupil|they|someone) (?:break|do not follow|fail|refuse)"),
    ("incident-response", 0.8, r"\bex-?pupil\b|\bexpupil\b.{0,80}(?:school|resolution)(?=.*\bcontact the new school)"),
    ("incident-response", 0.6, r"outside (?:of )?(?:the )?school.{0,80}(?:investigat|deal|duty|affect)|duty to investigate"),
    ("incident-response", -0.8, r"^(?:i|tell|pupils|children|if i)\b(?!.*(?:break|sanction|lose|log\b)).{0,80}\b(?:tell|show)\b"),
    ("incident-response", 0.7, (rf"^(?:{_STAFF}|any|all|i will immediately report|"
                               rf"members).{{0,80}}\breport(?:ed)?\b.{{0,60}}\b(?:incident|breach|damage|"
                               rf"headteacher|lead|dsl)")),
    # A pupil or a parent speaks up
    ("tell-an-adult", 1.3, (r"\b(?:i|we)(?:'ll| will| can| know| should| must| tell| "
                           r"always)?\b.{0,60}\b(?:tell|talk to|speak to|show|ask|"
                           r"report)\b.{0,40}\b(?:teacher|adult|grownup|parents?|trust|someone|miss|carer)")),
    ("tell-an-adult", 1.0, (rf"{_PUPIL}.{{0,60}}\b(?:report|tell|inform|talk|speak|turn|ask for "
                           rf"help)\b.{{0,60}}\b(?:teacher|adult|grownup|staff|trust|school|childline|parent)")),
    ("tell-an-adult", 0.8, r"^(?:tell|ask|show|talk to|speak to|go to)\b.{0,40}\b(?:adult|teacher|grownup|parent|someone)"),
    ("tell-an-adult", 0.8, (r"\b(?:childline|ceop|report (?:abuse|button)|worry (?:box|monsters?|button)|"
                           r"trusted adult|seek help|ask for help)\b")),
    ("tell-an-adult", 1.2, _TELLS_SCHOOL),
    ("incident-response", -0.9, _TELLS_SCHOOL),
    ("tell-an-adult", -0.8, r"\b(?:break|sanction|disciplin|headteacher will|logged|police)\w*"),
    ("tell-an-adult", -0.8, r"\bask\w* (?:\w+ ){0,3}(?:if|before|first)\b(?!.*(?:upset|worr))"),
    # Grievances and the school's own ways
    ("official-channels", 1.2, r"\b(?:complain\w*|complaints?|grievances?|dissatisf\w+)\b(?!.*(?:misuse by|disciplinary))"),
    ("official-channels", 1.0, (r"\b(?:parents?|stakeholders?|you|families)\b.{0,80}\b(?:concerns?|questions?|"
                               r"quer(?:y|ies)|worr(?:y|ies)|matter|issue|unhappy)\b.{0,80}\b(?:contact|speak|"
                               r"ring|talk|headteacher|class teacher|office|school|appointment|raise)")),
    ("official-channels", 1.0, (r"\b(?:appropriate|official|proper|right) (?:school )?(?:channels?|routes?|"
                               r"place|procedure|process)\b")),
    ("official-channels", 0.9, (r"\b(?:the school|we|school)\b.{0,40}\bcommunicat\w+ (?:with|to)\b|"
                               r"\bnewsletter\b.{0,40}\b(?:text|email|website|app)|\bmeans of (?:letting|"
                               r"communicat)")),
    ("official-channels", 1.0, (rf"{_PAGE}.{{0,80}}\b(?:administrators?|authori[sz]ed|approved|named|answer|"
                               rf"monitored|news|information|comments?|locked|only)|\b(?:only|named|approved|"
                               rf"authori[sz]ed)\b.{{0,50}}\b(?:post|publish|add posts)")),
    ("official-channels", 0.8, (r"\b(?:content|posts?)\b.{0,30}\b(?:censored|checked|read|"
                               r"approved)\b.{0,30}\b(?:before|first|second)")),
    ("official-channels", -0.8, r"\b(?:disciplinary|sanction|police|lado|logged|e?safety incidents?)\b"),
    ("official-channels", -0.7, r"^(?:i|pupils|children)\b(?!.*(?:complain|concern|school))"),
    # Tone
    ("kind-communication", 1.0, (r"\b(?:offensive|abusive|defamatory|malicious|derogatory|racist|insulting|"
                                r"libell?ous|rude|unkind|nasty|obscene|threaten\w*|"
                                r"negative)\b.{0,40}\b(?:comments?|remarks?|posts?|statements?|messages?|"
                                r"language|content|material|posting)")),
    ("kind-communication", 0.9, (r"\b(?:making|posting|post|make|publish)\b.{0,40}\b(?:comments?|remarks?|"
                                r"statements?|allegations?|claims?)\b")),
    ("kind-communication", 0.9, (r"\b(?:polite|courteous|respectful|sensible|kind words|manners|feelings of "
                                r"others|freedom of expression|free(?:dom of)? (?:speech|expression)|"
                                r"opinions)\b")),
    ("kind-communication", -0.9, r"\b(?:disciplinary|dismiss\w*|legal advice|warning|police|remove such|block or)\b"),
    ("kind-communication", -0.6, r"\btell\b.{0,30}\b(?:adult|teacher|grownup)"),
    ("staff-conduct-reputation", 0.8, (rf"\b{_STAFF}\b.{{0,80}}\b(?:derogatory|offensive|negative|defam\w+|"
                                      rf"disrepute|disparag\w+|abusive|insulting)\b")),
    ("kind-communication", 0.5, (rf"\b{_STAFF}\b.{{0,60}}\b(?:derogatory|offensive|negative|defam\w+|abusive|"
                                rf"insulting)\b.{{0,40}}\b(?:comment|remark|post)")),
    # Bullying
    ("cyberbullying", 1.3, r"\bcyberbull\w*|\bbull(?:y|ied|ying|ies)\b"),
    ("cyberbullying", 1.0, (r"\b(?:not|never|without|willnot)\b.{0,25}\b(?:repl(?:y|ying)|retaliat\w*|answer\b|"
                           r"respond\w*|write back)\b(?=.*(?:mean|messag|abus|nasty|keep|save|bull))")),
    ("cyberbullying", 0.8, (r"\b(?:keep|save)\b.{0,30}\b(?:records?|messages?|evidence|proof|cop(?:y|ies))\b|"
                           r"\bscreen(?:shot|print)s? of")),
    ("cyberbullying", 0.7, r"\bharass\w*|\btroll\w*|\bhumiliat\w*|\bintimidat\w*"),
    ("cyberbullying", -0.9, r"\b(?:read|conjunction|alongside|linked|apply)\b.{0,60}\bpolic(?:y|ies)\b"),
    # Staff and pupils
    ("staff-boundaries", 1.3, (rf"\b{_STAFF}\b.{{0,90}}\b(?:friends?|befriend|follow\w*|accept|invite|add|"
                              rf"contact|communicat\w+|message|messages|text)\b.{{0,60}}\b{_PUPIL}")),
    ("staff-boundaries", 1.1, (r"\b(?:not|never|nor|willnot|no)\b.{0,60}\b(?:give|share|communicate|friends?|"
                              r"add|accept|follow|access|message|contact|messages)\b.{0,60}"
     r"\b(?:to|with|of|from|by)?\s?(?:an? |any |the )?(?:pupils?|expupils?|children|child(?!'s)|child/young|"
     r"parents)\b(?<!other children)")),
    ("staff-boundaries", 0.9, (r"\bprofessional (?:boundar\w+|distance|relationship|level|capacity)|"
                              r"\bboundaries\b|\bgrooming\b(?=.*\b(?:adult|motive|staff))|\bsocial contact|"
                              r"\btransparent\b|\bopen to scrutiny")),
    ("staff-boundaries", 1.0, (r"\b(?:personal contact details|personal (?:mobile|phone|email)\b.{0,30}\bto "
                              r"(?:pupils|parents|children))|approved contacts|friend "
                              r"requests?.{0,60}\b(?:pupil|parent|expupil)")),
    ("staff-boundaries", 0.7, (r"\b(?:official|school) (?:school )?(?:systems?|accounts?|"
                              r"channels)\b.{0,60}\b(?:pupils|parents)|\b(?:pupils|"
                              r"parents)\b.{0,60}\bofficial school systems")),
    ("staff-boundaries", 0.8, (r"\b(?:video (?:call|meeting|lesson)s?|live (?:lesson|session)s?|zoom|"
                              r"teams)\b.{0,80}\b(?:adult|one[- ]to[- ]one|delivery|parents and pupils|school "
                              r"hours|another adult)")),
    ("staff-boundaries", -1.2, r"^(?:i|my)\b(?!.*\b(?:pupils|professional|children in)\b)"),
    ("staff-boundaries", -0.8, r"\b(?:online friend|stranger|real life|game)s?\b"),
    ("staff-conduct-reputation", 1.0, (r"\bdisrepute\b|\breputation\b(?=.*\b(?:school|professional|"
                                      r"personal)\b)|\bschool(?:'s)? (?:name|logo|crest|badge)\b|\b(?:name|"
                                      r"logo|crest|badge)\b.{0,30}\b(?:school|permission)")),
    ("staff-conduct-reputation", 1.0, (r"\bconfidential\w*\b(?=.*\b(?:information|school|employ\w*|pupils|"
                                      r"colleagues|staff|business|discuss)\b)")),
    ("staff-conduct-reputation", 0.8, (r"\b(?:act responsibly|professionalism|teachers' standards|standards of "
                                      r"(?:personal )?conduct|public confidence|own behaviour|misinterpret\w*|"
                                      r"misunderst\w*)\b(?!.*\bpupil.{0,20}friend)")),
    ("staff-conduct-reputation", 0.8, (r"\b(?:own views|views are their own|on behalf of the school|speak for "
                                      r"the school|as those of|opinions? (?:are|as))\b")),
    ("staff-conduct-reputation", 0.9, (r"\b(?:protect|safeguard|damag\w+|harm|reflect\w*)\b.{0,30}\breputation\b|"
                                      r"\ballegations and misinterpretations")),
    ("staff-conduct-reputation", -0.8, (r"^(?:i will|i'll|i|my)\b(?!.*\b(?:professional|pupils|school'?s? name|"
                                       r"employ|role|confidential))")),
    ("staff-conduct-reputation", -0.7, r"^(?:parents|pupils|children|your child)\b"),
    # Private facts, accounts, settings
    ("personal-information", 1.0, (r"\b(?:personal (?:information|details|data)|identity (?:theft|fraud)|full "
                                  r"names?|surnames?|home address|where i live|phone numbers?|data protection|"
                                  r"encrypt\w*)\b(?!.{0,40}\bto (?:pupils|parents|a child|a pupil))")),
    ("personal-information", -0.8, r"\b(?:consent|photograph|parents? must give)\b"),
    ("passwords-accounts", 1.3, (r"\bpasswords?\b|\busernames?\b|\blogins? (?:details|is|to|or)|\blog-?ins?\b|"
                                r"\bown login|\blogin\b|\blogout\b|\btwo-(?:step|factor)")),
    ("privacy-settings", 1.2, (r"\bprivacy settings?|\bsettings?\b.{0,40}\bprivate|\bset to private|\bwho "
                              r"(?:can|may|is able to|is allowed to|will) (?:see|view|read)|\bdigital "
                              r"footprint|\bfootprint|\bthink before (?:you|i|they) (?:post|click)|\bwebcams?\b")),
    ("privacy-settings", 0.9, (r"\b(?:stay there|for ?ever|permanent|never go away|take it back|come back|once "
                              r"(?:it's|it is|something|posted)|years to come|future employers?)\b")),
    ("privacy-settings", 0.6, r"\breview\b.{0,30}\b(?:profile|social|sites|online)\b|\bprofiles? (?:is|are|to) (?:set )?private"),
    # Content, equipment, phones
    ("inappropriate-content", 1.1, (r"\b(?:filter\w*|pornograph\w*|indecent (?:images|photographs|material)|"
                                   r"extremis\w*|radicali[sz]\w*|terroris\w*|safe search|search engines?|"
                                   r"unsuitable (?:material|sites?|content|websites?)|inappropriate "
                                   r"(?:material|content|sites?|websites?|images|web))\b")),
    ("inappropriate-content", 0.7, (r"\b(?:preview\w*|check(?:ed)? (?:websites|sites)|websites? (?:my teacher|"
                                   r"that (?:are|have been))|gambling|illegal (?:material|content))\b")),
    ("inappropriate-content", -0.9, r"\b(?:bypass|get(?:ting)? (?:round|around|past)|proxy|vpn|disable)\b"),
    ("school-equipment-use", 1.2, (r"\b(?:bypass\w*|get(?:ting)? (?:round|around|past)|proxy|vpns?|install\w*|"
                                  r"software|memory sticks?|usb|removable media|anti-?virus|back(?:ed)? up|"
                                  r"virus protection|hack\w*)\b")),
    ("school-equipment-use", 1.0, (r"\b(?:school (?:computers?|ict|equipment|systems?|network|laptops?|"
                                  r"devices?|email)|ict equipment|school's (?:computers?|ict|equipment|"
                                  r"systems?|network|laptops?))\b(?!.*\b(?:photo|image|picture|record)\w*)")),
    ("school-equipment-use", 0.9, (r"\b(?:monitor\w*|check\w*|inspect\w*|logged)\b.{0,60}\b(?:use of|email|"
                                  r"internet|network|files|systems?|devices?)\b(?!.*\b(?:child's|children's|"
                                  r"your child))")),
    ("school-equipment-use", 0.9, (r"\b(?:own|other people's|other users'|another user's|my) files\b|\bask(?:s|"
                                  r"ing)? (?:a teacher |permission |an adult )?(?:if|before)\b.{0,40}\b(?:use|"
                                  r"using|print|computer|tablet|internet|download)|\bdownload(?:s|ing)? "
                                  r"(?:anything|programs?|files)")),
    ("school-equipment-use", 0.7, (r"\b(?:at work|on school premises|working hours|using school "
                                  r"equipment)\b.{0,60}|personal use\b")),
    ("school-equipment-use", -0.6, r"\b(?:pornograph\w*|indecent|racist|radicali)\w*"),
    ("mobile-devices", 1.2, (r"\b(?:mobile(?:s| phones?)?|handsets?|smartwatch\w*|"
                            r"phones?)\b(?!.{0,10}\bnumbers?)(?=.*\b(?:school|premises|handed|office|bring|"
                            r"brought|switched|silent|locker|bag|lesson|pupils|break|used?|collected|trip|"
                            r"site|allowed|carry|box|secure)\b)")),
    ("mobile-devices", 0.9, (r"\b(?:confiscat\w*|handed in|brought (?:in|into|to) school|switched off|personal "
                            r"devices?|own devices?|smartwatch\w*|damage or loss|lost, stolen)\b")),
    ("mobile-devices", -1.0, rf"\b{_IMAGE}\b"),
    ("mobile-devices", -0.8, r"\b(?:cyberbull\w*|bull(?:y|ying))\b|\bphone numbers?\b"),
    # Pictures
    ("images-of-others", 1.0, (rf"\b(?:parents?|stakeholders?|visitors?|i|pupils|staff|you|anyone|not|"
                              rf"never)\b.{{0,70}}\b(?:tak\w+|post\w*|shar\w+|upload\w*|film\w*|record\w*|"
                              rf"publish\w*|photograph\w*|send\w*)\b.{{0,50}}\b{_IMAGE}\b(?!.*\bconsent\b)")),
    ("images-of-others", 1.0, (r"\b(?:other (?:people|children|pupils|people's children|families)|own "
                              r"child(?:ren)?|as well as their own|other than their own|nude|semi-nude|no "
                              r"clothes)\b(?=.*\b(?:image|photo|picture|video|film|record)|)(?<=.)")),
    ("images-of-others", 0.8, (rf"\b(?:personal|own|school(?:'s)?) (?:cameras?|phones?|equipment|"
                              rf"devices?)\b.{{0,80}}|\b{_IMAGE}\b.{{0,60}}\b(?:personal|own|school) "
                              rf"(?:cameras?|phones?|equipment|devices?)")),
    ("photo-consent", 1.3, (rf"\b(?:consent|permission forms?|withdraw\w*)\b(?=.*\b{_IMAGE})|"
                           rf"\b{_IMAGE}\b.*\b(?:consent|permission (?:from|of) parents?)\b|"
                           rf"\bconsent\b.{{0,40}}\b(?:child|parent|photo)")),
    ("photo-consent", 0.9, (rf"\b(?:website|newsletter|prospectus|press|publicity|display|"
                           rf"newspaper)\b.*\b{_IMAGE}|\b{_IMAGE}\b.*\b(?:website|newsletter|prospectus|press|"
                           rf"publicity|display|newspaper|names?|stored|kept securely)\b")),
    ("photo-consent", -0.8, r"\b(?:facebook|socialmedia|whatsapp)\b(?=.*\bparents\b)(?!.*\b(?:consent|the school may|we))"),
    # Strangers
    ("stranger-contact", 1.3, (r"\b(?:strangers?|people i (?:not )?(?:know|have never)|i not know|never met|"
                              r"only (?:ever )?met|arrange to meet|meet (?:someone|anyone|up|people)|groom\w*|"
                              r"unknown (?:people|individuals|persons|sender)|not know|who they say|real life|"
                              r"befriend\w*)\b(?!.*\bmotives?)")),
    ("stranger-contact", -1.0, rf"^(?:{_STAFF}|employees)\b(?!.*\b(?:taught|aware|teach))|\bmeet(?:ing)? with the headteacher"),
    ("stranger-contact", -1.0, r"\battachments?\b|\bsuspicious emails?\b"),
    # Reliable
    ("reliable-information", 1.3, (r"\b(?:attachments?|pop-?ups?|phishing|scams?|spam|chain (?:letters|"
                                  r"messages)|fake news|misinformation|hoax\w*|not everything|is true\b|"
                                  r"untrue information|accura\w+|trustworth\w*|reliab\w+|bias\w*|virus(?:es)? "
                                  r"(?:or|in)|malware|evaluate)\b(?!.*\bdefam)")),
    ("reliable-information", 0.7, (r"\b(?:links?|click(?:ing)? on|download from|opened?)\b.{0,40}\b(?:know|"
                                  r"trust|unknown|unexpected|suspicious)")),
    # Copyright and AI
    ("copyright-ownership", 1.5, (r"\bcopyright\b|\bplagiari\w*|\bintellectual property|\bown work\b|\bother "
                                 r"people's work|\bcredit\b|\backnowledge (?:the )?(?:source|author)|"
                                 r"\blicen[cs]e[ds]?\b|\bpass\w* off|original work")),
    ("copyright-ownership", -1.0, r"\b(?:freedom of information|disciplinary|private spaces)\b"),
    # Screen time
    ("screen-time-wellbeing", 1.3, (r"\bscreentime\b|\b(?:sleep|bedtime|bedrooms? at night|overnight|midnight|"
                                   r"late (?:at night|into)|mental health|wellbeing|addict\w*|too (?:long|"
                                   r"much time)|limit\w* (?:the )?time|loot boxes|in-app|take (?:a )?breaks?|"
                                   r"balance)\b")),
    ("age-limits", 1.5, (r"\b(?:age (?:limits?|restrict\w*|ratings?|requirements?)|under-?age\w*|minimum age|"
                        r"years of age|under (?:13|16|thirteen|the age of (?:13|16))|old enough|pegi|bbfc|"
                        r"rated|certificates?|(?:over|under) 1[368]s?|too young|for "
                        r"older)\b(?!.*\bexpupils?\b)")),
    ("age-limits", -1.5, r"\bexpupils?\b.{0,60}\b(?:18|eighteen)\b|\bpupil\b.{0,40}\bfriend"),
    # Parents
    ("parent-supervision", 1.3, (r"\b(?:parents?|carers?|families|you|your|stakeholders?|we|"
                                r"i)\b.{0,60}\b(?:monitor|supervis\w+|parental controls?|set (?:up )?controls|"
                                r"oversee|check your|talk (?:to|with) (?:your|their)|discuss \w+ ?\w* with "
                                r"(?:your|their|my)|explain to (?:your|their)|ensure that their children|know "
                                r"what|role models?)")),
    ("parent-supervision", 0.7, (r"\b(?:at home|home use|your child|my child|their own child)\b(?!.*\b(?:photo|"
                                r"image|picture|consent)\w*)")),
    ("parent-supervision", 0.8, (r"^(?:support|help|advise|offer) (?:for )?parents|"
                                r"\bparents\b.{0,60}\b(?:workshops?|advice|information evenings?|guidance on|"
                                r"leaflets?)")),
    ("parent-supervision", -0.8, rf"^(?:{_STAFF}|the school will)\b(?!.*\bparents)"),
    # Governance
    ("policy-governance", 1.3, (r"\b(?:policy|document|agreement|guidance|code)\b.{0,50}\b(?:reviewed|review\b|"
                               r"applies|apply|read in conjunction|read (?:alongside|together)|replace|"
                               r"written|sets? out|outlines?|covers?|relates? to|aims?|intended|amended|"
                               r"approved|available|shared|linked|forms part|has been)\b")),
    ("policy-governance", 1.3, (r"\b(?:read in conjunction|read alongside|next review|date of (?:next )?review|"
                               r"review date|linked policies|reviewed (?:annually|every|together)|induction|"
                               r"scheme of work|curriculum|safer internet day|posters?)\b")),
    ("policy-governance", 1.1, (rf"\b{_PUPIL}\b.{{0,40}}\b(?:are|will be|is|regularly be|should be|"
                               rf"be)\b.{{0,20}}\b(?:taught|made aware|reminded|educated|"
                               rf"shown)\b(?!.*\b(?:stranger|password|footprint|copyright|plagiar|groom|"
                               rf"personal (?:details|information)|reliab|true|bias|report problems|profiles?|"
                               rf"unsuitable|balance))")),
    ("policy-governance", 1.1, (r"^(?:to )?(?:assist|set out|set clear|clarify|provide|ensure that (?:our|the) "
                               r"(?:community|policy)|educate|give a clear|support safer|minimi[sz]e|prevent|"
                               r"encourage|promote|safeguard|reduce|establish|make sure everyone|outline|"
                               r"identify|describe|raise awareness)\b(?!.*\b(?:your|their) child)")),
    ("policy-governance", 0.9, (r"\b(?:training|trained|governors? (?:will|are|is|receive|approve|noted|"
                               r"require)|responsible for (?:ensuring|making|the implementation|approving|"
                               r"monitoring|approv)|overall responsibility|day[- ]to[- ]day|coordinator|code "
                               r"of conduct expected|key principles|risk assess\w*|impact assessment|"
                               r"audit\w*)\b")),
    ("policy-governance", 0.9, (r"\b(?:have|has|i have|we have|confirm|that they've?) (?:read|discussed)\b|"
                               r"\b(?:read and (?:under|sign|agree)|sign(?:ed)? (?:below|the|this|and|to)|"
                               r"agree to follow|agree to abide)")),
    ("policy-governance", 1.2, (rf"^(?:as (?:the |a )?parents?\b.{{0,60}}\bi (?:agree|give|allow|have read)|"
                               rf"i (?:agree|give)\b.{{0,30}}\bmy (?:child|son|daughter)\b)"
                               rf"(?!.*\b(?:{_IMAGE}|consent)\b)")),
    ("policy-governance", 1.2, (r"^(?:\w+ )?(?:reviewed|approved|adopted|ratified|agreed)(?: on| in| by [\w ]+)?:? "
                               rf"(?:\w+ ){{0,3}}{_YEAR}|\b(?:next )?review(?: due)?(?: date)?:? .{{0,20}}\b{_YEAR}")),
    ("policy-governance", 0.8, (r"\b(?:act \d{4}|acts?\b.{0,20}\b(?:apply|relevant)|legislation|keeping "
                               r"children safe in education|equalit(?:y|ies) (?:act|legislation|"
                               r"law))\b(?!.*\b(?:breach|disrepute))")),
    ("policy-governance", -0.9, r"\b(?:disciplinary (?:action|procedure|offence|polic\w+)|dismiss\w*|sanction\w*|police)\b"),
    ("policy-governance", -1.0, r"^(?:i will not|i willnot|i'll|never|i must not|do not|not)\b"),
    # Nothing to teach
    ("none", 1.3, (r"\b(?:is the term|refers? to|is defined as|the term|means any|for the purposes? of this|"
                  r"not exhaustive|includes?, for example|examples (?:are|include)|are "
                  r"examples)\b(?!.*\b(?:must|should not|apply to all|applies to)\b)")),
    ("none", 1.2, r"^['\"][\w /,-]+['\"](?: \([^)]*\))? ?(?::|\b(?:means?|covers?|describes?|also covers|is|are)\b)"),
    ("none", 1.2, (r"\b(?:play an? (?:important|growing) (?:role|part)|part of (?:everyday|daily|our|modern|"
                  r"the way)|widely used|powerful tools?|new opportunities|increasing numbers|in today's|in "
                  r"our current society|modern life|many benefits|have become|has (?:altered|changed))\b")),
    ("none", 1.0, (r"^(?:introduction|rationale|aims?|scope|objectives|background|contents|overview|purpose|"
                  r"roles and responsibilities|appendix.*|section \d+.*|key stage.*|page \d+.*|name.*|"
                  r"signed.*|date|policy|version.*)\W*$")),
    ("none", 0.9, (r"^(?:pupils|staff|parents|adults|children|i|we|governors)(?: \w+){0,4} (?:should|must|will|"
                  r"willnot|not|should not)(?: not)?:$|\bguidelines should be followed|:$")),
    ("none", 1.2, (r"^(?:dear|thank you|yours)\b|\bjesus\b|\bgod\b|\b(?:matthew|luke|john|mark|hebrews|"
                  r"proverbs|corinthians) ?\d|\.{5,}|_{4,}")),
    ("none", 0.9, (r"^(?:potential|compromising|breaching|the danger|dangers?|staff grievances|school "
                  r"leaders)\b(?!.*\b(?:must|should|will)\b)")),
    ("none", -1.3, (r"\b(?:must|should|willnot|never|expected to|required to|not (?:post|use|share|take|give|"
                   r"accept|allowed|permitted|acceptable)|prohibited|i will|please)\b(?!.*\bguidelines should "
                   r"be followed)(?!.*:$)")),
)  # fmt: skip
