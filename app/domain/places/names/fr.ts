/** Short names in French that the United Nations uses (UNSD M49). */
export const fr = `
  002 Afrique
  019 Amériques
  142 Asie
  150 Europe
  009 Océanie
  015 Afrique septentrionale
  202 Afrique subsaharienne
  014 Afrique orientale
  017 Afrique centrale
  018 Afrique australe
  011 Afrique occidentale
  419 Amérique latine et Caraïbes
  029 Caraïbes
  013 Amérique centrale
  005 Amérique du Sud
  021 Amérique septentrionale
  143 Asie centrale
  030 Asie orientale
  035 Asie du Sud-Est
  034 Asie méridionale
  145 Asie occidentale
  151 Europe orientale
  154 Europe septentrionale
  039 Europe méridionale
  155 Europe occidentale
  053 Australie et Nouvelle-Zélande
  054 Mélanésie
  057 Micronésie
  061 Polynésie
  DZ Algérie
  EG Égypte
  LY Libye
  MA Maroc
  SD Soudan
  TN Tunisie
  EH Sahara occidental
  IO Territoire britannique de l’océan Indien
  BI Burundi
  KM Comores
  DJ Djibouti
  ER Érythrée
  ET Éthiopie
  TF Terres australes françaises
  KE Kenya
  MG Madagascar
  MW Malawi
  MU Maurice
  YT Mayotte
  MZ Mozambique
  RE Réunion
  RW Rwanda
  SC Seychelles
  SO Somalie
  SS Soudan du Sud
  UG Ouganda
  TZ République-Unie de Tanzanie
  ZM Zambie
  ZW Zimbabwe
  AO Angola
  CM Cameroun
  CF République centrafricaine
  TD Tchad
  CG Congo
  CD République démocratique du Congo
  GQ Guinée équatoriale
  GA Gabon
  ST Sao Tomé-et-Principe
  BW Botswana
  SZ Eswatini
  LS Lesotho
  NA Namibie
  ZA Afrique du Sud
  BJ Bénin
  BF Burkina Faso
  CV Cabo Verde
  CI Côte d’Ivoire
  GM Gambie
  GH Ghana
  GN Guinée
  GW Guinée-Bissau
  LR Libéria
  ML Mali
  MR Mauritanie
  NE Niger
  NG Nigéria
  SH Sainte-Hélène
  SN Sénégal
  SL Sierra Leone
  TG Togo
  AI Anguilla
  AG Antigua-et-Barbuda
  AW Aruba
  BS Bahamas
  BB Barbade
  BQ Bonaire, Saint-Eustache et Saba
  VG Îles Vierges britanniques
  KY Îles Caïmanes
  CU Cuba
  CW Curaçao
  DM Dominique
  DO République dominicaine
  GD Grenade
  GP Guadeloupe
  HT Haïti
  JM Jamaïque
  MQ Martinique
  MS Montserrat
  PR Porto Rico
  BL Saint-Barthélemy
  KN Saint-Kitts-et-Nevis
  LC Sainte-Lucie
  MF Saint-Martin (partie française)
  VC Saint-Vincent-et-les Grenadines
  SX Saint-Martin (partie néerlandaise)
  TT Trinité-et-Tobago
  TC Îles Turques-et-Caïques
  VI Îles Vierges américaines
  BZ Belize
  CR Costa Rica
  SV El Salvador
  GT Guatemala
  HN Honduras
  MX Mexique
  NI Nicaragua
  PA Panama
  AR Argentine
  BO Bolivie (État plurinational de)
  BV Île Bouvet
  BR Brésil
  CL Chili
  CO Colombie
  EC Équateur
  FK Îles Falkland (Malvinas)
  GF Guyane française
  GY Guyana
  PY Paraguay
  PE Pérou
  GS Géorgie du Sud-et-les Îles Sandwich du Sud
  SR Suriname
  UY Uruguay
  VE Venezuela (République bolivarienne du)
  BM Bermudes
  CA Canada
  GL Groenland
  PM Saint-Pierre-et-Miquelon
  US États-Unis d’Amérique
  KZ Kazakhstan
  KG Kirghizistan
  TJ Tadjikistan
  TM Turkménistan
  UZ Ouzbékistan
  CN Chine
  HK Chine, région administrative spéciale de Hong Kong
  MO Chine, région administrative spéciale de Macao
  KP République populaire démocratique de Corée
  JP Japon
  MN Mongolie
  KR République de Corée
  BN Brunéi Darussalam
  KH Cambodge
  ID Indonésie
  LA République démocratique populaire lao
  MY Malaisie
  MM Myanmar
  PH Philippines
  SG Singapour
  TH Thaïlande
  TL Timor-Leste
  VN Viet Nam
  AF Afghanistan
  BD Bangladesh
  BT Bhoutan
  IN Inde
  IR Iran (République islamique d’)
  MV Maldives
  NP Népal
  PK Pakistan
  LK Sri Lanka
  AM Arménie
  AZ Azerbaïdjan
  BH Bahreïn
  CY Chypre
  GE Géorgie
  IQ Iraq
  IL Israël
  JO Jordanie
  KW Koweït
  LB Liban
  OM Oman
  QA Qatar
  SA Arabie saoudite
  PS État de Palestine
  SY République arabe syrienne
  TR Türkiye
  AE Émirats arabes unis
  YE Yémen
  BY Bélarus
  BG Bulgarie
  CZ Tchéquie
  HU Hongrie
  PL Pologne
  MD République de Moldova
  RO Roumanie
  RU Fédération de Russie
  SK Slovaquie
  UA Ukraine
  AX Îles d’Åland
  DK Danemark
  EE Estonie
  FO Îles Féroé
  FI Finlande
  GG Guernesey
  IS Islande
  IE Irlande
  IM Île de Man
  JE Jersey
  LV Lettonie
  LT Lituanie
  NO Norvège
  SJ Îles Svalbard-et-Jan Mayen
  SE Suède
  GB Royaume-Uni de Grande-Bretagne et d’Irlande du Nord
  AL Albanie
  AD Andorre
  BA Bosnie-Herzégovine
  HR Croatie
  GI Gibraltar
  GR Grèce
  VA Saint-Siège
  IT Italie
  MT Malte
  ME Monténégro
  MK Macédoine du Nord
  PT Portugal
  SM Saint-Marin
  RS Serbie
  SI Slovénie
  ES Espagne
  AT Autriche
  BE Belgique
  FR France
  DE Allemagne
  LI Liechtenstein
  LU Luxembourg
  MC Monaco
  NL Pays-Bas (Royaume des)
  CH Suisse
  AU Australie
  CX Île Christmas
  CC Îles des Cocos (Keeling)
  HM Île Heard-et-Îles MacDonald
  NZ Nouvelle-Zélande
  NF Île Norfolk
  FJ Fidji
  NC Nouvelle-Calédonie
  PG Papouasie-Nouvelle-Guinée
  SB Îles Salomon
  VU Vanuatu
  GU Guam
  KI Kiribati
  MH Îles Marshall
  FM Micronésie (États fédérés de)
  NR Nauru
  MP Îles Mariannes du Nord
  PW Palaos
  UM Îles mineures éloignées des États-Unis
  AS Samoa américaines
  CK Îles Cook
  PF Polynésie française
  NU Nioué
  PN Pitcairn
  WS Samoa
  TK Tokélaou
  TO Tonga
  TV Tuvalu
  WF Îles Wallis-et-Futuna`
