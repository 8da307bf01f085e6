import { type LanguageRules, near } from './rules';

const messages =
	'mensagem|mensagens|sms|msg|msgs|propaganda|propagandas|publicidade|promocoes|ofertas|spam|notificacoes|avisos|anuncios';

const lists =
	'lista|listas|cadastro|base|bases|sistema|contatos|contactos|grupo|agenda|banco_de_dados';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'nao|sem|nunca|chega|basta|pare*|deix*|tir*|remov*|apag*|exclu*|retir*|sair|fora|dispenso|recuso|cansad*|farto|farta|prefiro_nao';
const reach =
	'mensagens|sms|propaganda|publicidade|promocoes|comunicacoes|avisos|contactad*|contatad*|me_contactem|me_contatem|me_escrevam|vossa_lista|sua_lista|da_lista|desta_lista|dessa_lista|cadastro|vossos_contactos';
const family = 'irmao|irma|mae|pai|filho|filha|marido|esposa|mulher|avo';

export const pt: LanguageRules = {
	polite: [
		'por_favor|pfv|pf|obrigado|obrigada|agora|ja|ola|oi|imediatamente|bom_dia|urgente|quero|gentileza|por_gentileza',
	],
	optOut: [
		'nao me|nos ~ mande|mandem|envie|enviem|escreva|escrevam|contate|contatem|contactem|contacte|perturbe|perturbem|incomode|incomodem mais|nunca_mais|nada|mais_nada|nada_mais? por_favor|pfv|pf|obrigad*? $',
		'nao me|nos? mande|mandem|envie|enviem|escrevam|contatem mais|nada|mais_nada|nada_mais|nunca_mais por_favor|pfv|pf|obrigad*? $',
		`nao me? mande|mandem|envie|enviem|quero|desejo|queria|gostaria ~ ${messages}`,
		'nao quero|desejo mais? ~ ser_contatad*|ser_contactad*',
		'nao quero|desejo mais? receber mais|nada|mais_nada|isso|isto? de_voces|por_favor|obrigad*? $',
		'nao quero|desejo mais? que_me_mandem mais|nada|mais_nada? $',
		`chega|basta|pare|parem|parar|deixe|deixem de|com|as|a? ~ ${messages}`,
		`para|pra de|com ~ ${messages}`,
		'para|pra de|com ~ mandar|enviar|escrever|me_mandar|me_enviar|me_escrever|encher',
		'pare|parem|parar|deixe|deixem de|com? ~ mandar|enviar|escrever|me_mandar|me_enviar|me_escrever|me_perturbar|me_incomodar|encher|contactar|me_contatar|importunar',
		`sem|nenhuma|nada_de mais ~ ${messages}`,
		`tire|tirem|tira|retire|retirem|remova|removam|remove|exclua|excluam|apague|apaguem|apaga|elimine|eliminem|me_tire|me_tira|me_tirem|me_remova|me_exclua ~ numero|telefone|contato|contacto|celular|${lists}`,
		`apague|apaguem|remova|removam|excluam|exclua|eliminem ~ meus? dados|cadastro por_favor|obrigad*|pf|$`,
		`sair da|desta|dessa|do|deste|desse sua|vossa|tua? ${lists}`,
		`ser|estar removid*|excluid*|retirad*|tirad* ~ ${lists}`,
		`nao quero|desejo|queria mais? estar|ficar|fazer_parte ~ ${lists}`,
		`nao autorizo|autorizamos|permito|consinto|aceito ~ ${messages}|ser_contatad*|ser_contactad*`,
		'descadastre*|descadastrar|me_descadastra|desinscrever|desinscreva|desinscrevam',
		`cancelar|cancele|cancelem|anular ~ recebimento|envio|inscricao ~ ${messages}`,
		`cancelar|cancele|cancelem|anular as|essas|estas|todas_as|os|suas ${messages}`,
		'quero|desejo|gostaria sair|me_descadastrar|cancelar ~ lista|inscricao|mensagens|sms|grupo',
		'^ parem $',
		'^ pare|parem|sair|parar por_favor|pfv|pf|ja|agora|obrigad* $',
		'revogo|retiro ~ consentimento|autorizacao',
		`tire|tirem|retire|retirem|remova|removam|exclua|excluam|apague|apaguem|eliminem os? meus|meu dados|contacto|contato|nome ~ ${lists}`,
		'esquecam|esqueca ~ meu numero|contacto|contato',
		'nao me|nos ~ chatear|chateiem|incomodar|perturbar ~ mais',
		'quero|queria|gostaria de? deixar de receber',
		`dispenso ~ ${messages}`,
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
	goods: [
		'pacote*|pedido*|encomenda*|entrega*|tamanho*|cor|cores|endereco|morada|consulta*|reserva*|fatura*|nota|produto*|artigo*|sapato*|vestido*|preco*|reembolso*|devolucao|troca|codigo*|cartao|carrinho|compra|compras|casa|loja|amostra*|entregador|correio|boleto',
		`${messages}|texto na|no|nas|nos|em|dentro|sobre !celular|telemovel|telefone|numero|meu|whatsapp|futuro|lista`,
		'numero da|do|de|das|dos|na|no !lista|listas|base|cadastro|sua|vossa|voces|telefone|telemovel|celular|contatos|contactos|sistema|grupo|banco|meu|seus|suas|vossos|vossas|registro*|agenda|todas|todos|uma_vez|mailing*',
		'caneca|camiseta|caixa|porta|predio|presente|bolo|grava*|borda*',
		`^ meu|minha ${family}`,
		`!mim|me|nos|e|porque|mais|${messages} * meu|minha ${family}|amigo|amiga`,
	],
	hint: [
		'nao|sem|nunca|pare|parem|parar|retir*|remov* ~ ~ mensagens|sms|propaganda|spam',
		'nao|sem|parem|deixem ~ ~ contact*|contat*|incomod*|perturb*|promocoes|publicidade|propaganda',
		...near(less, reach),
	],
	counter: [
		'mas|porem ~ continue|continuem|mande|quero|so|apenas',
		'brincadeira|esquece|esqueca|mudei_de_ideia|nao_espera',
		'continue|continuem enviando|mandando|a_enviar',
		'exceto|menos_as|apenas',
	],
	not: [
		'nao quero|queria|desejo perder',
		'nao ~ tenho|temos|vi|ha|tem|chegam|recebo ~ mensage*|sms|ofertas|avisos',
		'non stop',
		'nao|nunca|jamais|sem ~ pare|parem|parar|paro|cancelar|cancele|cancelem|sair|tire|remova|descadastre',
		'parar|pare|parem|para|deixar de|com ~ fumar|chover|beber|trabalhar',
		'cancelar|cancele|cancelem|parar|pare|parem|anular|remova|tire ~ pedido|compra|entrega|reserva|consulta|encomenda|pagamento|carro|onibus|item|voo|mesa|horario',
		'sair de|do|da|em|com|para|mais|amanha|hoje|as|a !lista|listas|grupo|cadastro|sua|vossa|tua|base',
		'vou|vai|pode|posso|so_vou|acabei_de|acabou_de sair',
		'pare em|na|no|aqui|ali|ai',
		'nao ~ recebi|recebo|chegou|recebendo ~ $',
	],
};
