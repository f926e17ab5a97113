/** `[code, name, code of the region it lies in]`, smallest last: UNSD M49 geographic regions. */
export const regionTable: readonly (readonly [code: string, name: string, within?: string])[] = [
  ['002', 'Africa'],
  ['019', 'Americas'],
  ['142', 'Asia'],
  ['150', 'Europe'],
  ['009', 'Oceania'],
  ['015', 'Northern Africa', '002'],
  ['202', 'Sub-Saharan Africa', '002'],
  ['014', 'Eastern Africa', '202'],
  ['017', 'Middle Africa', '202'],
  ['018', 'Southern Africa', '202'],
  ['011', 'Western Africa', '202'],
  ['419', 'Latin America and the Caribbean', '019'],
  ['029', 'Caribbean', '419'],
  ['013', 'Central America', '419'],
  ['005', 'South America', '419'],
  ['021', 'Northern America', '019'],
  ['143', 'Central Asia', '142'],
  ['030', 'Eastern Asia', '142'],
  ['035', 'South-eastern Asia', '142'],
  ['034', 'Southern Asia', '142'],
  ['145', 'Western Asia', '142'],
  ['151', 'Eastern Europe', '150'],
  ['154', 'Northern Europe', '150'],
  ['039', 'Southern Europe', '150'],
  ['155', 'Western Europe', '150'],
  ['053', 'Australia and New Zealand', '009'],
  ['054', 'Melanesia', '009'],
  ['057', 'Micronesia', '009'],
  ['061', 'Polynesia', '009'],
]

/**
 * Countries and areas by the smallest M49 region they lie in, a line each: ISO alpha-2, alpha-3,
 * M49 number, short name in English. Antarctica is left out: M49 gives it no region.
 */
export const countryTable: Readonly<Record<string, string>> = {
  '015': `
    DZ DZA 012 Algeria
    EG EGY 818 Egypt
    LY LBY 434 Libya
    MA MAR 504 Morocco
    SD SDN 729 Sudan
    TN TUN 788 Tunisia
    EH ESH 732 Western Sahara`,
  '014': `
    IO IOT 086 British Indian Ocean Territory
    BI BDI 108 Burundi
    KM COM 174 Comoros
    DJ DJI 262 Djibouti
    ER ERI 232 Eritrea
    ET ETH 231 Ethiopia
    TF ATF 260 French Southern Territories
    KE KEN 404 Kenya
    MG MDG 450 Madagascar
    MW MWI 454 Malawi
    MU MUS 480 Mauritius
    YT MYT 175 Mayotte
    MZ MOZ 508 Mozambique
    RE REU 638 Réunion
    RW RWA 646 Rwanda
    SC SYC 690 Seychelles
    SO SOM 706 Somalia
    SS SSD 728 South Sudan
    UG UGA 800 Uganda
    TZ TZA 834 United Republic of Tanzania
    ZM ZMB 894 Zambia
    ZW ZWE 716 Zimbabwe`,
  '017': `
    AO AGO 024 Angola
    CM CMR 120 Cameroon
    CF CAF 140 Central African Republic
    TD TCD 148 Chad
    CG COG 178 Congo
    CD COD 180 Democratic Republic of the Congo
    GQ GNQ 226 Equatorial Guinea
    GA GAB 266 Gabon
    ST STP 678 Sao Tome and Principe`,
  '018': `
    BW BWA 072 Botswana
    SZ SWZ 748 Eswatini
    LS LSO 426 Lesotho
    NA NAM 516 Namibia
    ZA ZAF 710 South Africa`,
  '011': `
    BJ BEN 204 Benin
    BF BFA 854 Burkina Faso
    CV CPV 132 Cabo Verde
    CI CIV 384 Côte d’Ivoire
    GM GMB 270 Gambia
    GH GHA 288 Ghana
    GN GIN 324 Guinea
    GW GNB 624 Guinea-Bissau
    LR LBR 430 Liberia
    ML MLI 466 Mali
    MR MRT 478 Mauritania
    NE NER 562 Niger
    NG NGA 566 Nigeria
    SH SHN 654 Saint Helena
    SN SEN 686 Senegal
    SL SLE 694 Sierra Leone
    TG TGO 768 Togo`,
  '029': `
    AI AIA 660 Anguilla
    AG ATG 028 Antigua and Barbuda
    AW ABW 533 Aruba
    BS BHS 044 Bahamas
    BB BRB 052 Barbados
    BQ BES 535 Bonaire, Sint Eustatius and Saba
    VG VGB 092 British Virgin Islands
    KY CYM 136 Cayman Islands
    CU CUB 192 Cuba
    CW CUW 531 Curaçao
    DM DMA 212 Dominica
    DO DOM 214 Dominican Republic
    GD GRD 308 Grenada
    GP GLP 312 Guadeloupe
    HT HTI 332 Haiti
    JM JAM 388 Jamaica
    MQ MTQ 474 Martinique
    MS MSR 500 Montserrat
    PR PRI 630 Puerto Rico
    BL BLM 652 Saint Barthélemy
    KN KNA 659 Saint Kitts and Nevis
    LC LCA 662 Saint Lucia
    MF MAF 663 Saint Martin (French part)
    VC VCT 670 Saint Vincent and the Grenadines
    SX SXM 534 Sint Maarten (Dutch part)
    TT TTO 780 Trinidad and Tobago
    TC TCA 796 Turks and Caicos Islands
    VI VIR 850 United States Virgin Islands`,
  '013': `
    BZ BLZ 084 Belize
    CR CRI 188 Costa Rica
    SV SLV 222 El Salvador
    GT GTM 320 Guatemala
    HN HND 340 Honduras
    MX MEX 484 Mexico
    NI NIC 558 Nicaragua
    PA PAN 591 Panama`,
  '005': `
    AR ARG 032 Argentina
    BO BOL 068 Bolivia (Plurinational State of)
    BV BVT 074 Bouvet Island
    BR BRA 076 Brazil
    CL CHL 152 Chile
    CO COL 170 Colombia
    EC ECU 218 Ecuador
    FK FLK 238 Falkland Islands (Malvinas)
    GF GUF 254 French Guiana
    GY GUY 328 Guyana
    PY PRY 600 Paraguay
    PE PER 604 Peru
    GS SGS 239 South Georgia and the South Sandwich Islands
    SR SUR 740 Suriname
    UY URY 858 Uruguay
    VE VEN 862 Venezuela (Bolivarian Republic of)`,
  '021': `
    BM BMU 060 Bermuda
    CA CAN 124 Canada
    GL GRL 304 Greenland
    PM SPM 666 Saint Pierre and Miquelon
    US USA 840 United States of America`,
  '143': `
    KZ KAZ 398 Kazakhstan
    KG KGZ 417 Kyrgyzstan
    TJ TJK 762 Tajikistan
    TM TKM 795 Turkmenistan
    UZ UZB 860 Uzbekistan`,
  '030': `
    CN CHN 156 China
    HK HKG 344 China, Hong Kong Special Administrative Region
    MO MAC 446 China, Macao Special Administrative Region
    KP PRK 408 Democratic People's Republic of Korea
    JP JPN 392 Japan
    MN MNG 496 Mongolia
    KR KOR 410 Republic of Korea`,
  '035': `
    BN BRN 096 Brunei Darussalam
    KH KHM 116 Cambodia
    ID IDN 360 Indonesia
    LA LAO 418 Lao People's Democratic Republic
    MY MYS 458 Malaysia
    MM MMR 104 Myanmar
    PH PHL 608 Philippines
    SG SGP 702 Singapore
    TH THA 764 Thailand
    TL TLS 626 Timor-Leste
    VN VNM 704 Viet Nam`,
  '034': `
    AF AFG 004 Afghanistan
    BD BGD 050 Bangladesh
    BT BTN 064 Bhutan
    IN IND 356 India
    IR IRN 364 Iran (Islamic Republic of)
    MV MDV 462 Maldives
    NP NPL 524 Nepal
    PK PAK 586 Pakistan
    LK LKA 144 Sri Lanka`,
  '145': `
    AM ARM 051 Armenia
    AZ AZE 031 Azerbaijan
    BH BHR 048 Bahrain
    CY CYP 196 Cyprus
    GE GEO 268 Georgia
    IQ IRQ 368 Iraq
    IL ISR 376 Israel
    JO JOR 400 Jordan
    KW KWT 414 Kuwait
    LB LBN 422 Lebanon
    OM OMN 512 Oman
    QA QAT 634 Qatar
    SA SAU 682 Saudi Arabia
    PS PSE 275 State of Palestine
    SY SYR 760 Syrian Arab Republic
    TR TUR 792 Türkiye
    AE ARE 784 United Arab Emirates
    YE YEM 887 Yemen`,
  '151': `
    BY BLR 112 Belarus
    BG BGR 100 Bulgaria
    CZ CZE 203 Czechia
    HU HUN 348 Hungary
    PL POL 616 Poland
    MD MDA 498 Republic of Moldova
    RO ROU 642 Romania
    RU RUS 643 Russian Federation
    SK SVK 703 Slovakia
    UA UKR 804 Ukraine`,
  '154': `
    AX ALA 248 Åland Islands
    DK DNK 208 Denmark
    EE EST 233 Estonia
    FO FRO 234 Faroe Islands
    FI FIN 246 Finland
    GG GGY 831 Guernsey
    IS ISL 352 Iceland
    IE IRL 372 Ireland
    IM IMN 833 Isle of Man
    JE JEY 832 Jersey
    LV LVA 428 Latvia
    LT LTU 440 Lithuania
    NO NOR 578 Norway
    SJ SJM 744 Svalbard and Jan Mayen Islands
    SE SWE 752 Sweden
    GB GBR 826 United Kingdom of Great Britain and Northern Ireland`,
  '039': `
    AL ALB 008 Albania
    AD AND 020 Andorra
    BA BIH 070 Bosnia and Herzegovina
    HR HRV 191 Croatia
    GI GIB 292 Gibraltar
    GR GRC 300 Greece
    VA VAT 336 Holy See
    IT ITA 380 Italy
    MT MLT 470 Malta
    ME MNE 499 Montenegro
    MK MKD 807 North Macedonia
    PT PRT 620 Portugal
    SM SMR 674 San Marino
    RS SRB 688 Serbia
    SI SVN 705 Slovenia
    ES ESP 724 Spain`,
  '155': `
    AT AUT 040 Austria
    BE BEL 056 Belgium
    FR FRA 250 France
    DE DEU 276 Germany
    LI LIE 438 Liechtenstein
    LU LUX 442 Luxembourg
    MC MCO 492 Monaco
    NL NLD 528 Netherlands (Kingdom of the)
    CH CHE 756 Switzerland`,
  '053': `
    AU AUS 036 Australia
    CX CXR 162 Christmas Island
    CC CCK 166 Cocos (Keeling) Islands
    HM HMD 334 Heard Island and McDonald Islands
    NZ NZL 554 New Zealand
    NF NFK 574 Norfolk Island`,
  '054': `
    FJ FJI 242 Fiji
    NC NCL 540 New Caledonia
    PG PNG 598 Papua New Guinea
    SB SLB 090 Solomon Islands
    VU VUT 548 Vanuatu`,
  '057': `
    GU GUM 316 Guam
    KI KIR 296 Kiribati
    MH MHL 584 Marshall Islands
    FM FSM 583 Micronesia (Federated States of)
    NR NRU 520 Nauru
    MP MNP 580 Northern Mariana Islands
    PW PLW 585 Palau
    UM UMI 581 United States Minor Outlying Islands`,
  '061': `
    AS ASM 016 American Samoa
    CK COK 184 Cook Islands
    PF PYF 258 French Polynesia
    NU NIU 570 Niue
    PN PCN 612 Pitcairn
    WS WSM 882 Samoa
    TK TKL 772 Tokelau
    TO TON 776 Tonga
    TV TUV 798 Tuvalu
    WF WLF 876 Wallis and Futuna Islands`,
}
