"""The reports of the demo, short, in both languages."""

SCHOOL = {
    "outline_en": (
        "Child A was known to a school, a clinic and a social work team. In the year before the"
        " event each of them saw a part of her life. This report tells that year month by month."
    ),
    "outline_cy": (
        "Roedd ysgol, clinig a thîm gwaith cymdeithasol yn adnabod Plentyn A. Yn y flwyddyn cyn y"
        " digwyddiad gwelodd pob un ohonynt ran o'i bywyd. Mae'r adroddiad hwn yn adrodd y flwyddyn"
        " honno fis wrth fis."
    ),
    "learning_en": (
        "An appointment that a child misses is missed by an adult. When it was recorded as the"
        " child's choice, nobody asked who had been meant to bring her. Practitioners knew her well"
        " and were worried; they had no way to say so outside their own service."
    ),
    "learning_cy": (
        "Oedolyn sy'n colli apwyntiad plentyn. Pan gofnodwyd mai dewis y plentyn oedd hynny, ni"
        " ofynnodd neb pwy oedd i fod i ddod â hi. Roedd yr ymarferwyr yn ei hadnabod yn dda ac yn"
        " poeni amdani; nid oedd ganddynt ffordd o ddweud hynny y tu allan i'w gwasanaeth"
        " eu hunain."
    ),
    "conclusions_en": (
        "What would have helped is simple and costs little: one call, on the same day, to a parent"
        " and to the school. The agencies have begun to do it."
    ),
    "conclusions_cy": (
        "Mae'r hyn a fyddai wedi helpu yn syml ac yn rhad: un alwad, yr un diwrnod, i riant ac i'r"
        " ysgol. Mae'r asiantaethau wedi dechrau gwneud hynny."
    ),
}

TEENAGER = {
    "outline_en": (
        "Child A was looked after. In two years there were several homes, schools and workers. This"
        " report follows the moves and asks at each of them who knew what, and who asked."
    ),
    "outline_cy": (
        "Roedd Plentyn A yn derbyn gofal. Mewn dwy flynedd bu sawl cartref, ysgol a gweithiwr."
        " Mae'r adroddiad hwn yn dilyn pob symudiad ac yn gofyn bob tro pwy oedd yn gwybod beth, a"
        " phwy a ofynnodd."
    ),
    "learning_en": (
        "Each move began a new plan. The people who had been trusted were not told where the young"
        " person had gone. Meetings were held on time and were well recorded; those who saw the"
        " young person every day were often not at them."
    ),
    "learning_cy": (
        "Dechreuodd pob symudiad gynllun newydd. Ni ddywedwyd wrth y bobl yr ymddiriedwyd ynddynt"
        " ble'r oedd y person ifanc wedi mynd. Cynhaliwyd cyfarfodydd mewn pryd ac fe'u cofnodwyd"
        " yn dda; yn aml nid oedd y rhai a welai'r person ifanc bob dydd yn bresennol."
    ),
    "conclusions_en": (
        "A plan has to move with the young person, and so does at least one worker. Statutory"
        " duties were met; that alone did not keep the young person safe."
    ),
    "conclusions_cy": (
        "Rhaid i gynllun symud gyda'r person ifanc, a rhaid i o leiaf un gweithiwr wneud hynny"
        " hefyd. Cyflawnwyd y dyletswyddau statudol; nid oedd hynny'n ddigon i gadw'r person ifanc"
        " yn ddiogel."
    ),
}

BABY = {
    "outline_en": (
        "Child A lived with both parents. Midwives, a health visitor and the police met the family."
        " This report covers the pregnancy and the child's life."
    ),
    "outline_cy": (
        "Roedd Plentyn A yn byw gyda'r ddau riant. Cyfarfu bydwragedd, ymwelydd iechyd a'r heddlu"
        " â'r teulu. Mae'r adroddiad hwn yn ymdrin â'r beichiogrwydd a bywyd y plentyn."
    ),
    "learning_en": (
        "Advice was given once, to one parent, at a time when there was much else to take in. Those"
        " who visited later took it that it had been understood."
    ),
    "learning_cy": (
        "Rhoddwyd cyngor unwaith, i un rhiant, ar adeg pan oedd llawer arall i'w ddysgu. Tybiodd y"
        " rhai a ymwelodd wedyn fod y cyngor wedi'i ddeall."
    ),
    "conclusions_en": (
        "Advice that matters is given more than once, to everybody who cares for the child, and"
        " somebody looks whether it can be followed in that home."
    ),
    "conclusions_cy": (
        "Rhoddir cyngor pwysig fwy nag unwaith, i bawb sy'n gofalu am y plentyn, ac mae rhywun yn"
        " gweld a ellir ei ddilyn yn y cartref hwnnw."
    ),
}
