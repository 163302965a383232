/**
 * Keys, full screen and where the focus stands, for the walk-through: the page's one script, written into it
 * as it stands here. Without it the links do the same.
 */
export const WALK_SCRIPT = `(()=>{
const all=[...document.querySelectorAll('.screen')];
const now=()=>Math.max(0,all.findIndex(s=>'#'+s.id===location.hash));
const go=i=>{if(all[i])location.replace('#'+all[i].id)};
const full=document.getElementById('full'),notes=document.getElementById('notes');
const turn=()=>document.fullscreenElement?document.exitFullscreen():document.documentElement.requestFullscreen().catch(()=>{});
if(document.fullscreenEnabled){full.hidden=false;full.addEventListener('click',turn)}
addEventListener('hashchange',()=>{
const s=all[now()],h=s.querySelector('h2');
scrollTo(0,0);
if(h){h.tabIndex=-1;h.focus({preventScroll:true})}
});
const atEnd=()=>innerHeight+scrollY>=document.documentElement.scrollHeight-4;
addEventListener('keydown',e=>{
if(e.ctrlKey||e.metaKey||e.altKey)return;
const on=e.target instanceof Element?e.target:document.body;
if(on.closest('textarea,select,input:not([type=checkbox])'))return;
const k=e.key,i=now();
if(k===' '){if(on.closest('button,input,summary')||(!e.shiftKey&&!atEnd()))return;e.preventDefault();go(i+(e.shiftKey?-1:1));return}
const to={ArrowRight:i+1,PageDown:i+1,ArrowLeft:i-1,PageUp:i-1,Home:0,End:all.length-1}[k];
if(to!==undefined){
if((k==='ArrowLeft'||k==='ArrowRight')&&on.closest('.scroller'))return;
e.preventDefault();go(to);return}
if(k==='n'||k==='N'){notes.checked=!notes.checked;e.preventDefault()}
else if((k==='f'||k==='F')&&document.fullscreenEnabled){turn();e.preventDefault()}
else if(k==='Escape'&&!document.fullscreenElement){document.querySelector('[data-key=Escape]').click()}
});
let x=null,y=0;
addEventListener('touchstart',e=>{x=e.touches.length===1&&!e.target.closest('.scroller')?e.touches[0].clientX:null;y=e.touches[0].clientY},{passive:true});
addEventListener('touchend',e=>{
if(x===null)return;
const t=e.changedTouches[0],d=t.clientX-x;
if(Math.abs(d)>70&&Math.abs(t.clientY-y)<50)go(now()+(d<0?1:-1));
x=null},{passive:true});
})();`;
