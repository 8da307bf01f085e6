import type { LanguageRules } from './rules';

const messages =
	'mensagem|mensagens|sms|msg|msgs|propaganda|propagandas|publicidade|promocoes|ofertas|spam|notificacoes|avisos|anuncios';

export const pt: LanguageRules = {
	polite: [
		'por_favor|pfv|pf|obrigado|obrigada|agora|ja|ola|oi|imediatamente|bom_dia|urgente|quero|gentileza|por_gentileza',
	],
	optOut: [
		'nao me|nos ~ mande|mandem|envie|enviem|escreva|escrevam|contate|contatem|contactem|contacte|perturbe|perturbem|incomode|incomodem mais|nunca_mais|nada|$',
		`nao me? mande|mandem|envie|enviem|quero|desejo|queria|gostaria ~ ${messages}`,
		'nao quero|desejo mais? ~ receber|ser_contatad*|ser_contactad*|que_me_mandem',
		`chega|basta|pare|parem|para|parar|deixe|deixem de|com|as|a? ~ ${messages}`,
		'pare|parem|para|parar|deixe|deixem de|com? ~ mandar|enviar|escrever|me_mandar|me_enviar|me_escrever|me_perturbar|me_incomodar|encher|contactar|me_contatar|importunar',
		`sem|nenhuma|nada_de mais ~ ${messages}`,
		'tire|tirem|retire|retirem|remova|removam|exclua|excluam|apague|apaguem|elimine|me_tire|me_tira|me_remova|me_exclua ~ lista|numero|contato|contatos|cadastro|base|listas|sistema',
		'descadastre*|descadastrar|me_descadastra|desinscrever|desinscreva|desinscrevam',
		`cancelar|cancele|cancelem|anular ~ recebimento|envio|inscricao ~ ${messages}`,
		`cancelar|cancele|cancelem|anular as|essas|estas|todas_as|os|suas ${messages}`,
		'quero|desejo|gostaria sair|me_descadastrar|cancelar ~ lista|inscricao|mensagens|sms|grupo',
		'^ pare|sair|parar por_favor|pfv|pf|ja|agora|obrigad* $',
		'revogo|retiro ~ consentimento|autorizacao',
	],
	optIn: [
		`quero|gostaria|desejo ~ receber ~ ${messages}`,
		'me inscreva|inscreva*|cadastre|cadastra|inscrever',
		'quero me? inscrever|cadastrar|subscrever|assinar',
		'inscrevam me',
		'voltem|volte|volta|podem_voltar a enviar|mandar|escrever|me_enviar|me_mandar',
		'me mandem|mande ~ novamente|de_novo',
		'comecar a? receber',
	],
	doubtful: [
		'me? deixe|deixem|deixa|deixem_me|me_deixa ~ em_paz',
		'tantas|muitas|demasiadas|menos|demais ~ mensagens|sms|avisos|propaganda',
		'mensagens|mensagem|sms demais',
		'nao me? ~ mande|mandem|envie|enviem|escrevam|perturbem|contatem ~ antes|depois|noite|domingo*|hoje|durante|trabalho',
		'nao|parem|pare|cancelar|chega ~ notificacoes|avisos|mensagens|sms de|da|do|sobre ~ entrega|pedido|carrinho|encomenda',
		'como|onde|posso ~ cancelo|cancelar|saio|descadastr*|parar|sair ~ $',
		'cancelar|anular|encerrar ~ assinatura|conta|plano|subscricao',
		'^ chega|basta|ja_chega|ja_basta $',
		'nao tenho? interesse|estou_interessad*|me_interessa|interessad*',
		'numero errado|engano',
		'quem e|sao',
		'nao obrigad*',
		'vai|vao embora|a_merda|se_ferrar',
		'golpe|assedio|denunciar|processar',
	],
	counter: [
		'mas|porem ~ continue|continuem|mande|quero|so|apenas',
		'brincadeira|esquece|esqueca|mudei_de_ideia|nao_espera',
		'continue|continuem enviando|mandando|a_enviar',
		'exceto|menos_as|apenas',
	],
	not: [
		'non stop',
		'nao|nunca|jamais|sem ~ pare|parem|parar|paro|cancelar|cancele|cancelem|sair|tire|remova|descadastre',
		'parar|pare|parem|para|deixar de|com ~ fumar|chover|beber|trabalhar',
		'cancelar|cancele|cancelem|parar|pare|parem|anular|remova|tire ~ pedido|compra|entrega|reserva|consulta|encomenda|pagamento|carro|onibus|item|voo|mesa|horario',
		'sair de|do|da|em|com|para|mais|amanha|hoje|as|a',
		'vou|vai|pode|posso|so_vou|acabei_de|acabou_de sair',
		'pare em|na|no|aqui|ali|ai',
		'nao ~ recebi|recebo|chegou|recebendo ~ $',
	],
};
