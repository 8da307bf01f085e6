import { type LanguageRules, near } from './rules';

const messages =
	'mensaje|mensajes|sms|textos|publicidad|promociones|ofertas|spam|notificaciones|avisos|mensajitos|msj|msjs|anuncios|propaganda|comunicaciones';
const verbs =
	'escriban|escribas|escriba|manden|mandes|mande|envien|envies|envie|contacten|contactes|contacte|molesten|molestes|moleste|escribais|mandeis|envieis|molesteis';

const remove =
	'saque*|sacar*|borre*|borra|borrar*|elimine*|elimina|eliminar*|quite*|quita|quitar*|retire*|retirar*|excluyan*';
const lists = 'lista|listas|base|bases|contactos|sistema|fichero*|registro*|agenda';
/** What says that somebody wants less, and what it may be less of: near each other, they are doubtful. */
const less =
	'no|nunca|sin|ni|dejen|dejar|deja|paren|parar|basta|quit*|borr*|elimin*|sac*|retir*|salir|fuera|cancel*|evit*|prefiero_no|harto|harta|prescindo|renuncio|rechazo';
const reach =
	'mensajes|sms|publicidad|promociones|comunicaciones|avisos|me_escriban|me_contacten|escribirme|contactarme|contactado|contactada|su_lista|sus_listas|la_lista|su_base|base_de_datos|sus_contactos';
const family = 'hermano|hermana|madre|padre|hijo|hija|marido|esposo|esposa|mujer|abuela|abuelo';

export const es: LanguageRules = {
	polite: [
		'por_favor|porfavor|porfa|gracias|ya|ahora|inmediatamente|hola|urgente|quiero|muchas_gracias|buenos_dias|buenas',
	],
	optOut: [
		'no me|nos escribieran|escribiesen|mandaran|enviaran|contactaran mas|nada|ya? gracias|por_favor? $',
		`no me|nos ~ ${verbs} mas|nunca|otra_vez|nada|nunca_mas|nada_mas|mas_nada? por_favor|gracias|ya|porfa? $`,
		`no me|nos ~ ${verbs} ~ ${messages}`,
		`no mas|quiero_mas|quiero|deseo|quisiera|necesito ~ ${messages}`,
		`no quiero|deseo ~ que_me_escriban|que_me_contacten`,
		`no quiero|deseo|quisiera seguir? recibir|recibiendo mas|nada|nada_mas|esto|estos? ${messages}|de_ustedes|suyo|$`,
		`no quiero|deseo|quisiera ~ recibir|recibiendo ~ ${messages}`,
		'dejen|deja|deje|dejad|paren|para|parar|basta de enviar*|mandar*|escribir*|molestar*|contactar*|mensajes|mensajear* ~ $?',
		`basta|paren|alto de|con|a? ~ ${messages}`,
		'den|deme|denme|dame|dar|darme|darse|dadme|quiero_la|solicito_la|solicito de? baja',
		'quiero|deseo|quisiera cancelar|anular ~ suscripcion ~ mensajes|sms|$',
		'^ baja por_favor|ya|gracias|porfa|inmediata $',
		'saquenme|sacame|sacadme|saqueme|borrenme|borrame|borradme|borreme|eliminenme|eliminame|elimineme|quitenme|quitame|quitadme|quiteme por_favor|ya|gracias? $',
		`saquenme|sacame|sacadme|saqueme|borrenme|borrame|borradme|borreme|eliminenme|eliminame|elimineme|quitenme|quitame|quitadme|quiteme ~ ~ ${lists}|esto|aqui`,
		`me ${remove} ~ ~ ${lists}|$`,
		`${remove} ~ mi|mis|nuestro|este|el numero|telefono|movil|celular|contacto|datos|informacion`,
		`ser|estar|verme eliminad*|borrad*|excluid*|retirad*|quitad* ~ ${lists}`,
		`no quiero|deseo|quisiera estar|seguir|figurar|aparecer ~ ${lists}`,
		`no autorizo|autorizamos|consiento|permito|acepto ~ ${messages}|que_me_escriban|que_me_contacten`,
		`^ ya? no ni? ${verbs} mas|nunca|nunca_mas|nada_mas por_favor|gracias? $`,
		'revoco|retiro mi? consentimiento|permiso',
		'desuscribir*|desuscribanme|desuscribeme|desuscribirme',
		`cancelar|cancelen|anular los|estos|sus|las|todos|mis? ${messages}`,
		'no me|nos contacten|contacte|contactes|escriban|escriba|escribas|molesten|moleste de_nuevo|otra_vez|nunca',
		'no escribirme|contactarme|molestarme|enviarme|mandarme mas|nada|nunca|de_nuevo|por_favor|gracias|$',
		`cancel*|suspend*|detengan|detener ~ envio|envios de ~ ${messages}`,
		'olviden|olvida|olvidad|olvide mi numero|telefono',
		'cesen|cesar|cese|suspendan|detengan|detener ~ envios|comunicaciones|publicitarios',
		'quiero|quisiera|deseo dejar_de recibir',
		'^ ~ quitenme|saquenme|borrenme|eliminenme $',
	],
	optIn: [
		'quiero|deseo|quisiera|me_gustaria volver_a? recibir ~ mensajes|ofertas|sms|promociones',
		'quiero|deseo suscribirme|apuntarme|alta',
		'den*|dame|deme de? alta',
		'suscribeme|suscribanme|suscribirme|suscribame|apuntame|apuntenme',
		'vuelvan|vuelve|volved a escribirme|mandarme|enviarme ~ $?',
		'activar|reactivar ~ mensajes|sms',
	],
	doubtful: [
		'dejenme|dejame|dejeme|dejadme en paz|tranquilo|tranquila',
		'tantos|demasiados|menos ~ mensajes|sms|avisos',
		'no me ~ escriban|manden|envien|molesten|contacten ~ antes|despues|noche|domingo*|hoy|trabajo|hasta|tan_tarde',
		'no quiero ~ mensajes|avisos|notificaciones de|del|sobre pedido|envio|entrega|carrito',
		'no|paren|cancelar ~ notificaciones|avisos|mensajes de|del|sobre envio|entrega|pedido|carrito|reparto',
		'como|donde|puedo ~ doy_de_baja|darme_de_baja|cancelo|cancelar|desuscrib* ~ $',
		'cancelar|anular ~ suscripcion|cuenta',
		'^ basta|ya_basta|suficiente $',
		'ya basta',
		'no me interesa|interesan',
		'numero equivocado',
		'quien es|eres',
		'no gracias',
		'vete|vayanse',
		'estafa|acoso|denunciar*',
		'^ ya? no_mas por_favor|gracias? $',
	],
	goods: [
		'envio !de_mensajes|de_promociones|de_publicidad|de_sms|de_ofertas|de_mas',
		'paquete*|pedido*|entrega*|direccion|talla*|color|colores|cita|citas|reserva*|factura*|producto*|articulo*|zapato*|vestido*|azucar|precio*|devolucion*|reembolso*|codigo*|tarjeta*|carrito|compra|compras|casa|tienda|muestra*|repartidor|mensajero|recibo',
		`${messages}|mensaje|texto en|sobre|dentro_de el|la|los|las|mi|un|una|su !movil|celular|telefono|numero|whatsapp|futuro|lista`,
		'numero del|de|en !telefono|movil|celular|la_lista|lista|su|sus|tu|vuestra|vuestras|esta|esa|la_base|base|contactos|todas|inmediato|una_vez|aqui|ahi|sistema|registro*|fichero*|listado*|grupo|agenda',
		'camiseta|taza|caja|portal|piso|pijama|dorsal|tarta|grabad*|bordad*',
		`^ mi ${family}`,
		`!mi|me|nos|y|porque|mas|${messages} * mi ${family}|amigo|amiga`,
	],
	hint: [
		'no|nunca|sin|quit*|borr*|elimin*|dej* ~ ~ mensajes|sms|publicidad|spam',
		'no|nunca|dejen|dejar|evit*|absten* ~ ~ contacten|contactar*|contactarme|escribirme|molestar*|molesten|llamarme|promociones|comunicaciones',
		'cancel*|suspend*|anul* ~ ~ promociones|publicidad|comunicaciones',
		'borr*|elimin*|quit*|retir* ~ mis|mi datos|lista',
		...near(less, reach),
	],
	counter: [
		'pero ~ sigan|sigue|quiero|solo|mandenme|avisenme',
		'mejor_no|era_broma|es_broma|olvidalo',
		'sigan enviando*|mandando*',
		'excepto|salvo|solo',
	],
	not: [
		'no quiero|quisiera|deseo perder*',
		'no ~ he|hay|tengo|veo|recibo|llegan ~ mensaje*|sms|ofertas|notificaciones',
		'no|nunca|jamas ~ parar*|paren|pares|paro|parare|cancelar|cancelen|cancele|dejen|dejes|dejar|baja',
		'dar|dar_de de? baja ~ linea|luz|tarjeta|cuenta|seguro|gimnasio|producto',
		'baja|bajas|alta|altas temperatura*|calidad|de_peso|de_precio|velocidad|el|la|un|medica|por_enfermedad|tension|presion|talla|estatura|costura',
		'la|precio|temperatura|planta|mas|muy|esta|se|batería|bateria|temporada|clase|en|calidad|a|de_la baja|alta',
		'cancelar|anular|parar|cancelen|anulen ~ envio !de_mensajes|de_promociones|de_publicidad|de_sms|de_ofertas|de_mas',
		'cancelar|anular|parar|cancelen|anulen ~ pedido|reserva|cita|compra|entrega|fumar|vuelo|lavadora|coche|pago|mesa|produccion',
		'para de llover|fumar|sonar',
		'non stop',
		'alto voltaje|rendimiento|de|el',
	],
};
