/** Short names in Spanish that the United Nations uses (UNSD M49). */
export const es = `
  002 África
  019 Américas
  142 Asia
  150 Europa
  009 Oceanía
  015 África septentrional
  202 África subsahariana
  014 África oriental
  017 África central
  018 África meridional
  011 África occidental
  419 América Latina y el Caribe
  029 El Caribe
  013 América Central
  005 América del Sur
  021 América septentrional
  143 Asia central
  030 Asia oriental
  035 Asia sudoriental
  034 Asia meridional
  145 Asia occidental
  151 Europa oriental
  154 Europa septentrional
  039 Europa meridional
  155 Europa occidental
  053 Australia y Nueva Zelandia
  054 Melanesia
  057 Micronesia
  061 Polinesia
  DZ Argelia
  EG Egipto
  LY Libia
  MA Marruecos
  SD Sudán
  TN Túnez
  EH Sáhara Occidental
  IO Territorio Británico del Océano Índico
  BI Burundi
  KM Comoras
  DJ Djibouti
  ER Eritrea
  ET Etiopía
  TF Territorio de las Tierras Australes Francesas
  KE Kenya
  MG Madagascar
  MW Malawi
  MU Mauricio
  YT Mayotte
  MZ Mozambique
  RE Reunión
  RW Rwanda
  SC Seychelles
  SO Somalia
  SS Sudán del Sur
  UG Uganda
  TZ República Unida de Tanzanía
  ZM Zambia
  ZW Zimbabwe
  AO Angola
  CM Camerún
  CF República Centroafricana
  TD Chad
  CG Congo
  CD República Democrática del Congo
  GQ Guinea Ecuatorial
  GA Gabón
  ST Santo Tomé y Príncipe
  BW Botswana
  SZ Eswatini
  LS Lesotho
  NA Namibia
  ZA Sudáfrica
  BJ Benin
  BF Burkina Faso
  CV Cabo Verde
  CI Côte d’Ivoire
  GM Gambia
  GH Ghana
  GN Guinea
  GW Guinea-Bissau
  LR Liberia
  ML Malí
  MR Mauritania
  NE Níger
  NG Nigeria
  SH Santa Elena
  SN Senegal
  SL Sierra Leona
  TG Togo
  AI Anguila
  AG Antigua y Barbuda
  AW Aruba
  BS Bahamas
  BB Barbados
  BQ Bonaire, San Eustaquio y Saba
  VG Islas Vírgenes Británicas
  KY Islas Caimán
  CU Cuba
  CW Curazao
  DM Dominica
  DO República Dominicana
  GD Granada
  GP Guadalupe
  HT Haití
  JM Jamaica
  MQ Martinica
  MS Montserrat
  PR Puerto Rico
  BL San Barthélemy
  KN Saint Kitts y Nevis
  LC Santa Lucía
  MF San Martín (parte francesa)
  VC San Vicente y las Granadinas
  SX San Martín (parte holandesa)
  TT Trinidad y Tabago
  TC Islas Turcas y Caicos
  VI Islas Vírgenes de los Estados Unidos
  BZ Belice
  CR Costa Rica
  SV El Salvador
  GT Guatemala
  HN Honduras
  MX México
  NI Nicaragua
  PA Panamá
  AR Argentina
  BO Bolivia (Estado Plurinacional de)
  BV Isla Bouvet
  BR Brasil
  CL Chile
  CO Colombia
  EC Ecuador
  FK Islas Malvinas (Falkland)
  GF Guayana Francesa
  GY Guyana
  PY Paraguay
  PE Perú
  GS Georgia del Sur y las Islas Sandwich del Sur
  SR Suriname
  UY Uruguay
  VE Venezuela (República Bolivariana de)
  BM Bermuda
  CA Canadá
  GL Groenlandia
  PM San Pedro y Miquelón
  US Estados Unidos de América
  KZ Kazajstán
  KG Kirguistán
  TJ Tayikistán
  TM Turkmenistán
  UZ Uzbekistán
  CN China
  HK China, región administrativa especial de Hong Kong
  MO China, región administrativa especial de Macao
  KP República Popular Democrática de Corea
  JP Japón
  MN Mongolia
  KR República de Corea
  BN Brunei Darussalam
  KH Camboya
  ID Indonesia
  LA República Democrática Popular Lao
  MY Malasia
  MM Myanmar
  PH Filipinas
  SG Singapur
  TH Tailandia
  TL Timor-Leste
  VN Viet Nam
  AF Afganistán
  BD Bangladesh
  BT Bhután
  IN India
  IR Irán (República Islámica del)
  MV Maldivas
  NP Nepal
  PK Pakistán
  LK Sri Lanka
  AM Armenia
  AZ Azerbaiyán
  BH Bahrein
  CY Chipre
  GE Georgia
  IQ Iraq
  IL Israel
  JO Jordania
  KW Kuwait
  LB Líbano
  OM Omán
  QA Qatar
  SA Arabia Saudita
  PS Estado de Palestina
  SY República Árabe Siria
  TR Türkiye
  AE Emiratos Árabes Unidos
  YE Yemen
  BY Belarús
  BG Bulgaria
  CZ Chequia
  HU Hungría
  PL Polonia
  MD República de Moldova
  RO Rumania
  RU Federación de Rusia
  SK Eslovaquia
  UA Ucrania
  AX Islas Åland
  DK Dinamarca
  EE Estonia
  FO Islas Feroe
  FI Finlandia
  GG Guernsey
  IS Islandia
  IE Irlanda
  IM Isla de Man
  JE Jersey
  LV Letonia
  LT Lituania
  NO Noruega
  SJ Islas Svalbard y Jan Mayen
  SE Suecia
  GB Reino Unido de Gran Bretaña e Irlanda del Norte
  AL Albania
  AD Andorra
  BA Bosnia y Herzegovina
  HR Croacia
  GI Gibraltar
  GR Grecia
  VA Santa Sede
  IT Italia
  MT Malta
  ME Montenegro
  MK Macedonia del Norte
  PT Portugal
  SM San Marino
  RS Serbia
  SI Eslovenia
  ES España
  AT Austria
  BE Bélgica
  FR Francia
  DE Alemania
  LI Liechtenstein
  LU Luxemburgo
  MC Mónaco
  NL Países Bajos (Reino de los)
  CH Suiza
  AU Australia
  CX Isla Christmas
  CC Islas Cocos (Keeling)
  HM Islas Heard y McDonald
  NZ Nueva Zelandia
  NF Isla Norfolk
  FJ Fiji
  NC Nueva Caledonia
  PG Papua Nueva Guinea
  SB Islas Salomón
  VU Vanuatu
  GU Guam
  KI Kiribati
  MH Islas Marshall
  FM Micronesia (Estados Federados de)
  NR Nauru
  MP Islas Marianas Septentrionales
  PW Palau
  UM Islas menores alejadas de Estados Unidos
  AS Samoa Americana
  CK Islas Cook
  PF Polinesia Francesa
  NU Niue
  PN Pitcairn
  WS Samoa
  TK Tokelau
  TO Tonga
  TV Tuvalu
  WF Islas Wallis y Futuna`
