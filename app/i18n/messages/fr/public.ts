import type { Translation } from '../en.ts'

export const publicPages: Translation = {
  'home.title': 'Ce qui a été promis, ce qui a été tenu',
  'home.headline':
    '<linkMade>{made, plural, one {# promesse} many {# de promesses} other {# promesses}}</linkMade>. <linkDue>{due, number}</linkDue> à échéance ce jour. <linkKept>{kept, number}</linkKept> {kept, plural, one {tenue} many {tenues} other {tenues}}.',
  'home.lead':
    'Ce que gouvernements, organisations d’enseignants, ONG, entreprises et universités ont dit qu’ils feraient, et ce que les preuves montrent qu’ils ont fait.',
  'home.no-declarations': 'Aucune déclaration n’a encore été ouverte.',
  'home.no-declarations.text':
    'Un registre commence par le texte qui a été adopté. Un administrateur ouvre la première déclaration ; ses clauses figurent alors ici, prêtes à recevoir des engagements.',
  'home.no-commitments': 'Aucun engagement n’a encore été enregistré.',
  'home.no-commitments.text':
    'Chaque clause attend les organisations auxquelles elle s’adresse. Le premier engagement paraîtra ici dès qu’un coordonnateur en aura fait l’examen préalable.',
  'home.who': 'Qui a promis quoi',
  'home.gaps': 'Là où personne n’a rien promis',
  'home.soon': 'À échéance dans les 60 prochains jours',
  'home.soon.none': 'Rien n’arrive à échéance dans les 60 prochains jours.',
  'home.soon.all': 'Tout ce qui arrive à échéance dans les 60 prochains jours',
  'home.in-days':
    '{n, plural, =0 {aujourd’hui} one {dans # jour} many {dans # de jours} other {dans # jours}}',
  'home.silent': 'Les plus longs silences',
  'home.silent.none':
    'Personne ne garde le silence : aucun rapport ne manque au-delà du délai prévu.',
  'home.silent.all': 'Tous les engagements sans rapport',
  'home.days-silent': '{n, plural, one {# jour} many {# de jours} other {# jours}}',
  'home.on-day': 'le {day}',
  'home.since-day': 'depuis le {day}',
  'home.reviewed': 'Derniers examens',
  'home.declarations': 'Déclarations de ce registre',
  'home.partners': 'Votre organisation a-t-elle promis quelque chose ?',
  'home.partners.text':
    'Les organisations enregistrent leurs propres engagements, fixent des étapes vérifiables et en rendent compte, preuves à l’appui. Un coordonnateur soumet chaque engagement à un examen préalable avant sa publication.',
  'home.partners.start': 'Enregistrer un engagement',

  'coverage.nothing-under':
    '{n, plural, one {rien au titre de la clause} many {rien au titre des clauses} other {rien au titre des clauses}}',

  'punctuality.title': 'Ponctualité des rapports',
  'punctuality.on-time': 'Remis à temps',
  'punctuality.late': 'Remis en retard',
  'punctuality.missing': 'Aucun rapport',
  'punctuality.median': 'Retard médian en jours',
  'punctuality.none': 'Aucune étape n’est encore arrivée à échéance.',
  'punctuality.explained':
    'Étapes arrivées à échéance. « À temps » signifie dans le délai que fixe la déclaration ; la médiane porte sur les rapports en retard et se compte à partir de l’échéance. Ne sont comptés ni les engagements retirés, ni ceux que mène une organisation qui n’a pas rejoint ce registre.',

  'mark.invented': 'Exemple fictif',
  'mark.imported': 'Importé',
  'invented.title': 'Inventé pour la démonstration',
  'invented.commitment':
    'Ni cet engagement ni les organisations qui le portent n’existent. Il montre comment fonctionne le registre.',
  'invented.organisation':
    'Cette organisation n’existe pas. Elle montre comment fonctionne le registre.',
  'place.worldwide': 'Monde entier',
  'text.other-languages': 'Dans d’autres langues',
  'text.translation': 'Traduction : {language}',
  'text.translated-from': 'traduction, langue d’origine : {language}',

  'head.declaration': 'Déclaration',
  'head.made': 'Engagements pris',
  'head.due-by-today': 'À échéance ce jour',
  'head.finding': 'Conclusion',
  'head.silent-for': 'Durée du silence',
  'head.entry': 'Entrée',
  'head.act': 'Ce qui s’est passé',
  'head.who': 'Qui',
  'head.time': 'Quand',
  'head.leaf-hash': 'Empreinte de la feuille',

  'list.shown':
    '{total, plural, one {{from, number} à {to, number} sur # engagement} many {{from, number} à {to, number} sur # d’engagements} other {{from, number} à {to, number} sur # engagements}}',
  'list.order': 'Ordre :',
  'list.newest': 'Les plus récents d’abord',
  'list.due': 'Prochaine échéance d’abord',
  'list.registered': 'Enregistré le {day}',
  'list.nothing-due': 'Plus d’échéance',
  'list.no-report-yet': 'Pas encore de rapport',

  'filter.outcome': 'Statut',
  'filter.assurance': 'Vérification',
  'filter.declaration': 'Déclaration',
  'filter.clause': 'Clause',
  'filter.group': 'Groupe de parties prenantes',
  'filter.country': 'Lieu',
  'filter.seat': 'Pays ou zone',
  'filter.year': 'Année d’enregistrement',
  'filter.year.label': 'Enregistré en {year}',
  'filter.due.by-today': 'À échéance ce jour',
  'filter.due.soon': 'À échéance dans les 60 prochains jours',
  'filter.reporting.on-time': 'Avec rapports remis à temps',
  'filter.reporting.late': 'Avec rapports remis en retard',
  'filter.reporting.missing': 'Avec rapports manquants',

  'commitments.title': 'Engagements',
  'commitments.lead':
    'Tout ce qui a été promis au titre des déclarations de ce registre, et ce qu’il en est advenu.',
  'commitments.none': 'Aucun engagement ne répond à tous ces filtres.',
  'commitments.none.text': 'Retirez-en un ci-dessus, ou effacez-les tous.',

  'declarations.title': 'Déclarations',
  'declarations.lead':
    'Les textes adoptés au titre desquels les engagements sont pris, chacun avec ses propres chiffres.',
  'declaration.clauses': '{n, plural, one {# clause} many {# de clauses} other {# clauses}}',
  'declaration.clauses-head': 'Texte',
  'declaration.adopted': 'Adoption',
  'declaration.place': 'Lieu',
  'declaration.opened': 'Dans ce registre depuis le',
  'declaration.made':
    '{n, plural, =0 {Pas encore d’engagement} one {# engagement pris} many {# d’engagements pris} other {# engagements pris}}',
  'declaration.occasion': 'Occasion',
  'declaration.convened': 'À l’invitation de',
  'declaration.source': 'Source du texte',
  'declaration.from-page': 'à partir de la page {page}',
  'declaration.licence': 'Licence du texte',
  'declaration.notice': 'Avertissement',
  'declaration.settings': 'Délais applicables',
  'declaration.settings-words':
    'Un rapport est attendu au plus tard {report, plural, one {# jour} many {# de jours} other {# jours}} après l’échéance de chaque étape. Au bout de {silent, plural, one {# jour} many {# de jours} other {# jours}} sans rapport, l’engagement porte le statut « Aucun rapport ». Une organisation dispose de {reply, plural, one {# jour} many {# de jours} other {# jours}} pour répondre à une conclusion.',
  'declaration.text': 'Clauses',
  'declaration.preamble': 'Préambule (il ne demande rien à personne)',

  'clause.title': 'Clause {number}, {declaration}',
  'clause.addressees': 'Destinataires',
  'clause.paragraph': 'Paragraphe officiel',
  'clause.no-paragraph': 'Pas encore saisi',
  'clause.nobody': 'Pas encore d’engagement',
  'clause.commitments': 'Engagements au titre de cette clause',
  'clause.empty': 'Aucune organisation n’a pris d’engagement au titre de cette clause.',
  'clause.empty.text': 'Elle attend les groupes auxquels elle s’adresse.',
  'clause.gap':
    '{n, plural, one {Groupe destinataire qui n’a rien promis : {groups}.} many {Groupes destinataires qui n’ont rien promis : {groups}.} other {Groupes destinataires qui n’ont rien promis : {groups}.}}',
  'clause.neighbours': 'Clauses voisines',
  'clause.neighbour': 'Clause {number}',

  'organisations.title': 'Organisations',
  'organisations.lead':
    'Celles qui ont rejoint ce registre. Un coordonnateur a vérifié l’identité de chacune.',
  'organisations.shown':
    '{total, plural, one {{from, number} à {to, number} sur # organisation} many {{from, number} à {to, number} sur # d’organisations} other {{from, number} à {to, number} sur # organisations}}',
  'organisations.none': 'Aucune organisation ici.',
  'organisations.none.text': 'Personne n’a encore rejoint ce registre.',
  'organisations.none-like-that': 'Retirez l’un des filtres ci-dessus, ou effacez les deux.',
  'organisation.since': 'A rejoint le registre le',
  'organisation.entered': 'Au registre depuis le',
  'organisation.not-joined': 'Elle n’a pas rejoint ce registre',
  'organisation.not-joined.text':
    'Ce qui figure ici provient d’une source publiée, et personne ne remet de rapport ici en son nom. Sur cette page, « Aucun rapport » signifie qu’aucun rapport n’est parvenu au registre, et rien d’autre.',
  'organisation.website': 'Site web',
  'organisation.identifier': 'Identifiant',
  'organisation.account': 'Son bilan',
  'organisation.empty': 'Elle a rejoint le registre et n’a pris aucun engagement.',
  'organisation.empty.text': 'Son premier engagement paraîtra ici dès sa publication.',
  'organisation.led': 'Engagements dont elle est chef de file',
  'organisation.joined': 'Engagements auxquels elle participe',
  'organisation.all': 'Voir les {n, number} engagements dont elle est chef de file',
  'organisation.history': 'Dans ce registre',

  'assurance.claimed.text':
    'L’organisation a remis son rapport. Aucun coordonnateur ne l’a encore examiné.',
  'assurance.under-review.text': 'Un coordonnateur lit le rapport et ses preuves.',
  'assurance.reviewed.text': 'Les coordonnateurs ont examiné tous les rapports en vigueur.',
  'assurance.disputed.text':
    'L’organisation conteste une conclusion. La conclusion et la réponse sont publiées côte à côte.',

  'why.kept':
    '{n, plural, one {Sa seule étape a été examinée et jugée atteinte.} =2 {Les deux étapes ont été examinées et jugées atteintes.} many {Les # d’étapes ont toutes été examinées et jugées atteintes.} other {Les # étapes ont toutes été examinées et jugées atteintes.}}',
  'why.partly-kept':
    '{n, plural, one {Sa seule étape a été jugée atteinte en partie.} many {Sur # d’étapes, toutes examinées, {achieved, plural, =0 {aucune n’a été entièrement atteinte} one {une a été atteinte} many {{achieved, number} ont été atteintes} other {{achieved, number} ont été atteintes}}.} other {Sur # étapes, toutes examinées, {achieved, plural, =0 {aucune n’a été entièrement atteinte} one {une a été atteinte} many {{achieved, number} ont été atteintes} other {{achieved, number} ont été atteintes}}.}}',
  'why.not-kept':
    '{n, plural, one {Sa seule étape a été examinée et n’a pas été atteinte, même en partie.} =2 {Les deux étapes ont été examinées ; aucune n’a été atteinte, même en partie.} many {Les # d’étapes ont toutes été examinées ; aucune n’a été atteinte, même en partie.} other {Les # étapes ont toutes été examinées ; aucune n’a été atteinte, même en partie.}}',
  'why.no-report':
    'Aucun rapport n’a été remis sur l’étape dont l’échéance était le {due} : {days} de silence, et le compte continue.',
  'why.overdue': 'L’étape dont l’échéance était le {due} a {days} de retard.',
  'why.short':
    '{n, plural, one {L’étape examinée jusqu’ici n’a pas été entièrement atteinte. D’autres restent à venir.} many {Sur # d’étapes examinées jusqu’ici, {achieved, plural, =0 {aucune n’a été entièrement atteinte} one {une a été atteinte} many {{achieved, number} ont été atteintes} other {{achieved, number} ont été atteintes}}. D’autres restent à venir.} other {Sur # étapes examinées jusqu’ici, {achieved, plural, =0 {aucune n’a été entièrement atteinte} one {une a été atteinte} many {{achieved, number} ont été atteintes} other {{achieved, number} ont été atteintes}}. D’autres restent à venir.}}',
  'why.on-track': 'Rien n’est en retard. La prochaine étape arrive à échéance le {due}.',
  'why.waiting':
    'Un rapport a été remis sur chaque étape. Les coordonnateurs n’ont pas encore statué sur tous.',
  'why.all-reported': 'Un rapport a été remis sur chaque étape.',
  'why.registered': 'Il commence le {start}.',
  'why.withdrawn': 'L’organisation l’a retiré. Toute sa fiche reste publique.',

  'record.lead': 'chef de file',
  'record.partners':
    '{n, plural, one {Avec un partenaire} many {Avec # de partenaires} other {Avec # partenaires}}',
  'record.clauses': '{n, plural, one {Clause} many {Clauses} other {Clauses}}',
  'record.dates': 'Période',
  'record.from-to': 'du {from} au {to}',
  'record.registered': 'Enregistrement',
  'record.version': 'Version',
  'record.version-of': '{version, number} sur {all, number}',
  'record.version-n': 'Version {version, number}',
  'record.permalink': 'Lien permanent',
  'record.withdrawn': 'Retiré par l’organisation le {day}',
  'record.withdrawn.text': 'La fiche ci-dessous reste telle qu’elle était.',
  'record.imported': 'Importé, non saisi par l’organisation',
  'record.imported.text': 'Tiré de « {title} », publié par {publisher}. Licence : {licence}.',
  'record.imported.silence':
    'Personne ne remet de rapport ici pour une organisation qui n’a pas rejoint ce registre. Sur cette page, « Aucun rapport » signifie qu’aucun rapport n’est parvenu au registre, et rien d’autre.',
  'record.imported.source': 'La source',
  'record.promise': 'Tel qu’enregistré',
  'record.problem': 'Le problème auquel il répond',
  'record.target': 'Cible de la dernière étape',
  'record.by-when': 'Pour quand',
  'record.where': 'Où',
  'record.beneficiaries': 'Pour qui',
  'record.pays': 'Qui paie',
  'record.responsible': 'Unité responsable',
  'record.contact': 'Contact',
  'record.sdg': 'Cibles des ODD',
  'record.milestones': '{n, plural, one {# étape} many {# d’étapes} other {# étapes}}',
  'record.planned-in':
    '{n, plural, one {# étape à échéance en {year}} many {# d’étapes à échéance en {year}} other {# étapes à échéance en {year}}}',
  'record.indicator': 'Indicateur',
  'record.evidence-expected': 'Ce qui vaudra preuve',
  'record.indicators':
    '{n, plural, one {# indicateur} many {# d’indicateurs} other {# indicateurs}}',
  'record.deadline-words': 'Échéance telle qu’écrite',
  'record.deadline-reading': 'Lue ici comme',
  'record.reported-late': 'Premier rapport remis {days} après l’échéance',
  'record.days-overdue': '{days} depuis l’échéance',
  'record.reported-on': 'Rapport remis le {day}. Mesure faite le {measured}.',
  'record.reached.yes': 'L’organisation dit que l’étape a été atteinte.',
  'record.reached.partly': 'L’organisation dit que l’étape a été atteinte en partie.',
  'record.reached.no': 'L’organisation dit que l’étape n’a pas été atteinte.',
  'record.reached.cannot-say': 'L’organisation ne peut pas dire si l’étape a été atteinte.',
  'record.report-whole': 'Le rapport, ses preuves et la conclusion',
  'record.behind-reason': 'Pourquoi il y a du retard',
  'record.what-next': 'Ce qui va changer',
  'record.questions': 'Renvoyé par un coordonnateur avec des questions',
  'record.earlier-reports':
    '{n, plural, one {Un rapport antérieur} many {# de rapports antérieurs} other {# rapports antérieurs}}',
  'record.earlier-rounds':
    '{n, plural, one {Tel que remis la première fois} many {Tel que remis auparavant, # de fois} other {Tel que remis auparavant, # fois}}',
  'record.replaced-findings':
    '{n, plural, one {La conclusion avant correction} many {# de conclusions avant correction} other {# conclusions avant correction}}',
  'record.evidence.title':
    '{n, plural, =0 {Aucune preuve n’a été fournie} one {Preuve fournie par le chef de file} many {Preuves fournies par le chef de file} other {Preuves fournies par le chef de file}}',
  'record.evidence.file': 'Fichier',
  'record.evidence.link': 'Lien',
  'record.evidence.dataset': 'Jeu de données',
  'record.evidence.size': '{size, number} Ko',
  'record.evidence.not-scanned': 'Non analysé par un antivirus',
  'record.evidence.elsewhere': 'Conservé par {register}, où le rapport a été remis',
  'record.evidence.lost': 'Ce registre n’a plus le fichier',
  'record.evidence.held': 'Réservée à l’examinateur, non publique :',
  'record.finding.title': 'Conclusion',
  'record.finding.correction': 'Conclusion corrigée',
  'record.finding.decided':
    '{people, plural, one {Arrêtée le {day} par un coordonnateur.} many {Arrêtée le {day} par deux coordonnateurs.} other {Arrêtée le {day} par deux coordonnateurs.}}',
  'record.finding.scores': 'Comment les preuves ont été notées',
  'record.finding.score': '{score, number} sur 3.',
  'record.reply.accepts': 'L’organisation accepte la conclusion',
  'record.reply.disputes': 'L’organisation conteste la conclusion',
  'record.reply.on': 'Réponse du {day}',
  'record.versions': 'Versions',
  'record.first-version': 'Tel qu’enregistré à l’origine.',
  'record.changes':
    '{n, plural, one {Une modification} many {# de modifications} other {# modifications}}',
  'record.later': '{days} plus tard',
  'record.sooner': '{days} plus tôt',
  'record.compare': 'Comparer',
  'record.compare-from': 'Comparer à partir de la version {version}',
  'record.compare-to': 'Comparer jusqu’à la version {version}',
  'record.comparison': 'De la version {from, number} à la version {to, number}',
  'record.comparison.same': 'Ces deux versions disent la même chose.',
  'record.field.title': 'Titre',
  'record.field.text': 'Texte',
  'record.field.endOn': 'Fin',
  'record.field.translations': 'Traductions',
  'record.field.milestone': 'Étape',
  'record.field.dueOn': 'échéance',
  'record.field.target': 'cible',
  'record.field.baseline': 'valeur de référence',
  'record.field.unit': 'unité',
  'record.field.indicator': 'indicateur',
  'record.field.evidenceExpected': 'preuves attendues',
  'record.field.responsible': 'unité responsable',
  'record.field.indicators': 'indicateurs',
  'record.field.of-milestone': 'Étape {place, number} : {field}',
  'record.field.new-milestone': 'Étape {place, number} : nouvelle',
  'record.history': 'Ce qui s’est passé',
  'record.older':
    '{n, plural, one {Un événement antérieur} many {# d’événements antérieurs} other {# événements antérieurs}}',
  'record.entry': 'Entrée {entry, number}',
  'record.log':
    '{n, plural, one {Une entrée dans le journal public} many {Les # d’entrées dans le journal public} other {Les # entrées dans le journal public}}',
  'record.verify':
    '{n, plural, one {Une seule entrée contient toute cette fiche.} many {# d’entrées contiennent toute cette fiche ; celle-ci est la plus récente.} other {# entrées contiennent toute cette fiche ; celle-ci est la plus récente.}}',
  'record.cite': 'Citer cette fiche',
  'record.cite-rest': 'Engagement {number}, version {version, number}.',

  'resource.financial': 'Financement',
  'resource.in-kind': 'En nature',
  'resource.technical': 'Aide technique',
  'resource.staff': 'Personnel',

  'act.declaration.opened': 'Déclaration ouverte',
  'act.org.verified': 'Vérifiée par un coordonnateur et inscrite au registre',
  'act.org.suspended': 'Suspendue',
  'act.org.reinstated': 'Rétablie',
  'act.commitment.published': 'Enregistré et publié',
  'act.commitment.amended': 'Modifié',
  'act.commitment.withdrawn': 'Retiré',
  'act.commitment.closed': 'Clos : toutes les conclusions sont définitives',
  'act.party.accepted': 'Le partenaire a accepté sa part',
  'act.party.left': 'Le partenaire s’est retiré',
  'act.milestone.reported': 'Rapport remis',
  'act.review.opened': 'Examen ouvert',
  'act.review.returned': 'Rapport renvoyé avec des questions',
  'act.review.decided': 'Conclusion arrêtée',
  'act.reply.made': 'Réponse à une conclusion',
  'act.correction.made': 'Conclusion corrigée',
  'act.content.redacted': 'Mots retirés',
  'role.focal-point': 'Point focal',
  'role.editor': 'Rédacteur',
  'role.coordinator': 'Coordonnateur',
  'role.administrator': 'Administrateur',
  'role.person': 'Personne connectée',
  'role.register': 'Le registre lui-même',

  'about.title': 'À propos de ce registre',
  'about.lead':
    'Kept conserve ce qui a été promis au titre d’une déclaration, et ce qui a été tenu. Personne ne peut le réécrire en cachette.',
  'about.contents': 'Sur cette page',
  'about.what': 'Ce qui figure ici',
  'about.what.text':
    'Les organisations enregistrent des engagements au titre des clauses d’une déclaration. Chacun fixe des étapes, avec une date, une unité et une cible. Les organisations en rendent compte, preuves à l’appui. Les coordonnateurs examinent ces rapports. Le public lit tout, sans compte.',
  'about.what.words':
    'Ce qui a été déclaré et ce que l’examen a conclu sont toujours publiés côte à côte. Le silence est un statut à part entière et se compte en jours.',
  'about.outcomes': 'Comment un statut est établi',
  'about.outcomes.text':
    'Personne ne saisit un statut. Il découle des dates, des rapports et des conclusions, selon la première de ces règles qui s’applique :',
  'about.outcome.withdrawn': 'L’organisation l’a retiré. La raison et la fiche restent.',
  'about.outcome.no-report': 'Une étape au moins est restée trop longtemps sans rapport.',
  'about.outcome.kept': 'Toutes les étapes ont été examinées, et toutes ont été atteintes.',
  'about.outcome.partly-kept':
    'Toutes les étapes ont été examinées ; certaines ont été atteintes, ou l’ont été en partie.',
  'about.outcome.not-kept':
    'Toutes les étapes ont été examinées ; aucune n’a été atteinte, même en partie.',
  'about.outcome.behind':
    'Un rapport est en retard, ou une étape n’a pas été entièrement atteinte alors que d’autres restent à venir.',
  'about.outcome.on-track': 'Il a commencé et rien n’est en retard.',
  'about.outcome.registered': 'Il n’a pas encore commencé.',
  'about.due':
    '« À échéance ce jour » compte les engagements dont on peut dresser le bilan : ceux qui sont tenus, tenus en partie ou non tenus, et ceux qui sont sans rapport.',
  'about.days': 'Les délais applicables',
  'about.days.text':
    'Chaque déclaration fixe les siens. Les jours de retard se comptent à partir de l’échéance et sont publics.',
  'about.assurance': 'Jusqu’où ce qui est déclaré a été vérifié',
  'about.assurance.text':
    'Cette indication est donnée à part du statut et ne se confond jamais avec lui.',
  'about.people': 'Jamais une personne seule',
  'about.people.text':
    'Un coordonnateur qui est membre d’une organisation, ou qui l’a été au cours des 24 derniers mois, ne décide de rien sur les engagements de celle-ci. Une conclusion qui fait passer tout un engagement à « Tenu » ou à « Non tenu » exige deux coordonnateurs ; la correction d’une conclusion aussi.',
  'about.reply': 'Le droit de réponse',
  'about.reply.text':
    'Une organisation peut répondre à chaque conclusion. Sa réponse est publiée à côté de la conclusion. Passé le délai de réponse, la conclusion est définitive ; seule une correction publique faite par deux coordonnateurs peut la changer.',
  'about.changes': 'Rien de public n’est retouché',
  'about.changes.text':
    'Changer une date, une cible ou un texte après la publication crée une nouvelle version, avec sa raison. L’ancienne version reste, et les jours dont une échéance a été déplacée sont comptés.',
  'about.log': 'Le journal public',
  'about.log.text':
    'Tout ce que voit le public change par un acte, et chaque acte est une entrée d’un journal qui ne peut que croître. Chaque fiche montre ses entrées et leurs empreintes. L’empreinte racine, au pied de chaque page, vaut pour le journal entier.',
  'about.privacy': 'Les personnes',
  'about.privacy.text':
    'Les pages publiques nomment des organisations et des rôles, jamais des personnes. Elles ne déposent aucun cookie, n’exécutent aucun script et ne demandent à personne de se connecter.',
  'about.licence': 'Licence',
  'about.licence.text':
    'Chacun peut utiliser les données de ce registre sous la licence <linkLicence>CC BY 4.0</linkLicence>. Les preuves appartiennent à ceux qui les ont fournies ; les plans importés gardent la licence qui y est indiquée.',
  'about.source': 'Le logiciel',
  'about.source.text':
    'Kept est un logiciel libre, sous licence MIT. Quiconque tient ce registre peut utiliser le logiciel sans le modifier ; les règles figurent dans le code source, avec les tests qui tentent de les contourner.',
  'about.help': 'Aide et contact',
  'about.help.text':
    'Si une fiche est erronée, écrivez au secrétariat qui tient ce registre et indiquez le numéro de la fiche. Si votre organisation a promis quelque chose, <linkRegister>enregistrez-le ici</linkRegister>.',
}
