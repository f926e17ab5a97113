import type { Translation } from '../en.ts'

export const log: Translation = {
  'log.title': 'Le journal public',
  'log.lead':
    'Rien de ce que voit le public ne change sans un acte, et chaque acte est une entrée de ce journal. Les entrées s’ajoutent à la fin. Aucune n’est jamais modifiée ni retirée.',
  'log.stopped': 'Rien ne peut être publié pour le moment',
  'log.stopped.text':
    'Les données de cette machine ne correspondent pas à ce qui a été signé en dernier. Tout peut être lu ; rien n’est ajouté avant que cela soit réglé.',
  'log.state':
    '{size, plural, =0 {Aucune entrée pour l’instant} one {# entrée} many {# d’entrées} other {# entrées}}',
  'log.signed': 'Dernière signature',
  'log.unsigned': 'Rien n’a encore été signé.',
  'log.waiting':
    '{n, plural, one {La dernière entrée attend la prochaine signature.} many {Les # dernières entrées attendent la prochaine signature.} other {Les # dernières entrées attendent la prochaine signature.}}',
  'log.key': 'Clé du journal',
  'log.witnesses': 'Témoins',
  'log.witnesses.none': 'Aucun témoin n’a été désigné pour ce journal.',
  'log.witnessed': '{size, plural, one {# entrée} many {# d’entrées} other {# entrées}}, {at}',
  'log.not-witnessed': 'ne l’a pas encore attesté',
  'log.checkpoint': 'Point de contrôle signé',
  'log.policy': 'Règle des témoins',
  'log.readme': 'Où trouver quoi, pour les programmes (en anglais)',
  'log.shown':
    '{total, plural, one {{from, number} à {to, number} sur # entrée} many {{from, number} à {to, number} sur # d’entrées} other {{from, number} à {to, number} sur # entrées}}, de la plus récente à la plus ancienne',
  'log.none': 'Aucune entrée ici.',
  'log.none.text': 'Le premier acte visible de tous sera la première entrée.',
  'log.none-like-that':
    'Rien de tel ne s’est encore produit. Retirez le filtre pour voir le reste.',
  'log.feed': 'Suivre cette liste dans un lecteur de flux : <linkFeed>flux Atom</linkFeed>.',
  'log.how': 'Comment le vérifier',
  'log.how.signed':
    'Le point de contrôle dit combien il y a d’entrées et donne une seule empreinte qui vaut pour toutes, signée avec la clé ci-dessus. Quiconque garde un point de contrôle plus ancien peut prouver que rien n’a été modifié avant lui.',
  'log.how.all':
    'Le programme <code>verify</code> de ce logiciel lit tout le journal de l’extérieur, en reconstruit chaque fiche et les compare à ces pages.',
  'log.how.witness':
    'Chacun peut faire fonctionner un témoin : un petit programme doté de sa propre clé, qui refuse de signer un journal réécrit.',

  'log.act.declaration.opened': 'Déclaration ouverte',
  'log.act.org.verified': 'Organisation vérifiée et inscrite au registre',
  'log.act.org.suspended': 'Organisation suspendue',
  'log.act.org.reinstated': 'Organisation rétablie',
  'log.act.commitment.published': 'Engagement enregistré et publié',
  'log.act.commitment.amended': 'Engagement modifié',
  'log.act.commitment.withdrawn': 'Engagement retiré',
  'log.act.commitment.closed': 'Engagement clos : toutes les conclusions sont définitives',
  'log.act.party.accepted': 'Partenaire ayant accepté sa part',
  'log.act.party.left': 'Partenaire s’étant retiré',
  'log.act.milestone.reported': 'Rapport remis',
  'log.act.review.opened': 'Examen ouvert',
  'log.act.review.returned': 'Rapport renvoyé avec des questions',
  'log.act.review.decided': 'Conclusion arrêtée',
  'log.act.reply.made': 'Réponse à une conclusion',
  'log.act.correction.made': 'Conclusion corrigée',
  'log.act.content.redacted': 'Contenu retiré',

  'log.about': 'Objet',
  'log.told': 'Fait le {date} dans {register} ; rapporté ici tel que ce registre le rapporte.',
  'log.said': 'Ce qu’elle dit',
  'log.said.none': 'Rien de plus que ce qui s’est passé.',
  'log.said.empty': 'Laissé vide : {fields}.',
  'log.yes': 'Oui',
  'log.no': 'Non',
  'log.parts': '{n, plural, one {Un élément} many {# d’éléments} other {# éléments}}',
  'log.redacts':
    'Elle retire {n, plural, one {un champ} many {# de champs} other {# champs}} de <linkEntry>l’entrée {entry, number}</linkEntry>. Motif : {basis}.',
  'log.withheld':
    'Non divulgué, voir <linkEntry>l’entrée {entry, number}</linkEntry>. Motif : {basis}.',
  'log.withheld.unreasoned':
    'Non divulgué. <linkEntry>L’entrée {entry, number}</linkEntry> n’en donne pas le motif.',
  'log.basis.gdpr-17': 'droit d’une personne à l’effacement (RGPD, article 17)',
  'log.basis.court': 'décision de justice',
  'log.basis.safety': 'sécurité d’une personne',
  'log.held': 'Telle que le journal la conserve',
  'log.held.text':
    'L’empreinte est calculée sur ces octets. Ce que dit l’entrée est conservé à côté, chaque champ sous sa propre empreinte.',
  'log.root-of':
    '{size, plural, one {Empreinte racine de # entrée} many {Empreinte racine de # d’entrées} other {Empreinte racine de # entrées}}',
  'log.openings': 'Ce qu’elle dit, en données (JSON)',
  'log.not-signed-yet':
    'Cette entrée n’est pas encore signée. Dans la minute, elle pourra être vérifiée ici et aura un reçu.',
  'log.neighbours': 'Avant et après, sur le même objet',

  'log.field.lead': 'Chef de file',
  'log.field.lang': 'Langue',
  'log.field.further-clauses': 'Autres clauses',
  'log.field.start': 'Début',
  'log.field.parties': 'Partenaires',
  'log.field.provenance': 'Source de l’importation',
  'log.field.reason': 'Raison',
  'log.field.role': 'Rôle',
  'log.field.share': 'Part',
  'log.field.reached': 'Atteint',
  'log.field.value': 'Valeur déclarée',
  'log.field.measured': 'Mesuré le',
  'log.field.questions': 'Questions',
  'log.field.reviewed': 'Valeur examinée',
  'log.field.reasons': 'Motifs',
  'log.field.stance': 'Réponse à la conclusion',
  'log.field.names': 'Noms',
  'log.field.evidence': 'Preuve',
  'log.field.scope': 'Portée',
  'log.field.count': 'Nombre de personnes',
  'log.field.order': 'Ordre des étapes',
  'log.field.report': 'Rapport',
  'log.field.review': 'Examen',
  'log.field.round': 'Remise n°',
  'log.field.late': 'En retard',
  'log.field.people': 'Coordonnateurs ayant statué',
  'log.field.unknown': 'Un champ',

  'check.title': 'Vérifier vous-même l’entrée {entry, number}',
  'check.holds': 'Cette entrée est dans le journal, et rien n’en a changé depuis le {day}.',
  'check.holds.text':
    'Calculé à l’instant à partir des octets de l’entrée et du point de contrôle signé de {size, plural, one {# entrée} many {# d’entrées} other {# entrées}}.',
  'check.fails': 'La vérification de cette entrée échoue.',
  'check.fails.text':
    'Ne vous fiez pas à ce que ce registre en montre. Prévenez le secrétariat et gardez une copie de cette page.',
  'check.problem.not-signed-by-the-log':
    'Le point de contrôle n’est pas signé avec la clé du journal.',
  'check.problem.not-included': 'Les octets de l’entrée ne mènent pas à l’empreinte racine signée.',
  'check.problem.hash-differs':
    'Les octets de l’entrée ont une autre empreinte que celle que conserve le journal.',
  'check.problem.not-an-entry': 'Les octets de l’entrée ne peuvent pas être lus comme un acte.',
  'check.problem.digest-unopened':
    'Une partie de ce qu’elle dit est retirée sans motif inscrit au journal.',
  'check.problem.opening-unknown': 'Quelque chose est montré dont l’entrée ne répond pas.',
  'check.problem.opening-repeated': 'Une partie de ce qu’elle dit figure deux fois.',
  'check.problem.opening-malformed': 'Une partie de ce qu’elle dit ne peut pas être lue.',
  'check.problem.field-repeated': 'Deux choses différentes sont montrées pour un même champ.',
  'check.problem.opened-though-withheld':
    'Quelque chose est montré qu’une entrée ultérieure retire.',
  'check.problem.withheld-unknown':
    'Une entrée ultérieure retire quelque chose qui n’y a jamais figuré.',
  'mismatch.title': 'Ce que montre cette page diffère du journal',
  'mismatch.act': 'ce que cette page en dit n’est pas ce que dit l’entrée.',
  'mismatch.missing': 'l’acte qui la précède manque, ou un autre a pris sa place.',
  'mismatch.order': 'elle ne découle pas des entrées précédentes.',
  'mismatch.record': 'Ce qui est montré ici n’est pas ce que disent les entrées :',
  'mismatch.organisation': 'Une organisation n’est pas telle que le disent ses propres entrées :',
  'mismatch.more':
    '{n, plural, one {Et une autre différence.} many {Et # d’autres différences.} other {Et # autres différences.}}',
  'mismatch.text':
    'Quelqu’un a modifié la fiche sans acte. Fiez-vous au journal, non à cette page, et prévenez le secrétariat.',

  'check.waiting': 'Cette entrée n’est pas encore signée',
  'check.waiting.text': 'Le journal signe dans la minute. Revenez ensuite à cette page.',
  'check.steps': 'Pas à pas',
  'check.steps.text':
    '{n, plural, =0 {L’entrée {entry, number} est seule dans le journal : sa propre empreinte est l’empreinte racine.} one {L’entrée {entry, number} est l’une des {size, number}. Une seule empreinte voisine suffit pour calculer l’empreinte racine.} many {L’entrée {entry, number} est l’une des {size, number}. # d’empreintes voisines suffisent pour calculer l’empreinte racine.} other {L’entrée {entry, number} est l’une des {size, number}. # empreintes voisines suffisent pour calculer l’empreinte racine.}}',
  'check.step.leaf':
    'SHA-256 d’un octet nul et {bytes, plural, one {du seul octet} many {des # d’octets} other {des # octets}} de l’entrée.',
  'check.step.left':
    'La voisine est à gauche : SHA-256 de l’octet 1, de la voisine, puis de l’empreinte obtenue.',
  'check.step.right':
    'La voisine est à droite : SHA-256 de l’octet 1, de l’empreinte obtenue, puis de la voisine.',
  'check.neighbour.left': 'Voisine de gauche',
  'check.neighbour.right': 'Voisine de droite',
  'check.result': 'Empreinte après le pas {step}',
  'check.step.root':
    'C’est l’empreinte racine que donne le point de contrôle pour {size, plural, one {# entrée} many {# d’entrées} other {# entrées}}.',
  'check.step.root-claimed':
    'Le point de contrôle donne cette empreinte racine pour {size, plural, one {# entrée} many {# d’entrées} other {# entrées}}.',
  'check.step.signature':
    'Le point de contrôle, signé avec la clé du journal. Procurez-vous cette clé une seconde fois, ailleurs.',
  'check.repeat': 'Sans nous',
  'check.repeat.text':
    'Ces commandes demandent un interpréteur avec curl et openssl, et rien de ce logiciel.',
  'check.repeat.entry':
    'L’entrée, découpée dans son lot, et son empreinte. Résultat attendu : <code>{hash}</code>',
  'check.repeat.root': 'De là jusqu’à l’empreinte racine. Résultat attendu : <code>{hash}</code>',
  'check.repeat.signature':
    'Le point de contrôle qui porte cette empreinte racine, et sa signature. Résultat attendu : <code>Signature Verified Successfully</code>',
  'check.repeat.all':
    'Avec ce logiciel : le journal entier, et chaque fiche reconstruite à partir de lui.',
  'check.files': 'Fichiers',
  'check.proof': 'La preuve en données (JSON)',
}
